package org.scora.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The profiles, and what is set in them, for domains and for users. Values are texts that were checked before they came
 * here. Throws as {@link ProtectedDomains} does, and IllegalArgumentException with a text that helps for an unknown
 * profile or domain.
 */
public interface StoredSettings {

    /** Names of profiles, sorted. */
    List<String> profiles();

    /** Adds a profile in which nothing is set; false when there is one of that name. */
    boolean addProfile(String name);

    /** Removes a profile that no domain uses; false when there is none. */
    boolean removeProfile(String name);

    /** What is set, by name; empty for what is not known. */
    Map<String, String> in(SettingScope scope);

    /** Local parts of a domain's users who have settings of their own, sorted. */
    List<String> usersOf(String domainName);

    /** Sets one value and leaves all others; empty takes it back. */
    void set(SettingScope scope, String name, Optional<String> value);

    /** The same settings; changes are noted in the name of who is named here. */
    StoredSettings by(String who);
}
