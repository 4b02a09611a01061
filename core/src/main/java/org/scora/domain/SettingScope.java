package org.scora.domain;

/** For whom a stored setting holds. */
public sealed interface SettingScope {

    /** For the domains that use a profile. */
    record OfProfile(String profile) implements SettingScope {
        @Override
        public String toString() {
            return "profile " + profile;
        }
    }

    /** For one domain. */
    record OfDomain(String domain) implements SettingScope {
        @Override
        public String toString() {
            return "domain " + domain;
        }
    }

    /** For one user of a domain. */
    record OfUser(String domain, String localPart) implements SettingScope {
        @Override
        public String toString() {
            return "user " + localPart + "@" + domain;
        }
    }
}
