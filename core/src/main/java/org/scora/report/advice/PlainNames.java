package org.scora.report.advice;

import java.util.regex.Pattern;

/** Names of strangers that may stand in a command: somebody will copy it into a shell. */
final class PlainNames {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._+=:/@-]{0,253}");

    private PlainNames() {}

    static boolean isPlain(String name) {
        return PLAIN.matcher(name).matches();
    }
}
