package org.scora.domain;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of profiles, in the one form in which they are kept. */
public final class ProfileNames {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

    private ProfileNames() {}

    /**
     * Brings a name that a person wrote into lower case.
     *
     * @throws IllegalArgumentException with a text that helps, when no profile may have it
     */
    public static String parse(String written) {
        String name = written.trim().toLowerCase(Locale.ROOT);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + written.trim()
                    + "' can not be a profile's name; use up to 63 letters, digits, dots, hyphens and underscores");
        }
        return name;
    }
}
