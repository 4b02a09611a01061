package org.scora.domain;

import com.ibm.icu.text.IDNA;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads names of domains and hosts as people write them. */
public final class DomainName {
    private static final int LONGEST = 253;
    private static final Pattern LABELS =
            Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
    // No top-level domain is a number, but every IPv4 address ends in one (RFC 3696 section 2).
    private static final Pattern ALL_DIGITS_AT_END = Pattern.compile("(^|\\.)[0-9]+$");
    private static final IDNA UTS46 = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.USE_STD3_RULES);

    private DomainName() {}

    /**
     * Reads the name of a mail domain: at least two labels.
     *
     * @return in lower case, in its ASCII form (RFC 5890), without a trailing dot
     * @throws IllegalArgumentException for anything else, an IP address among it
     */
    public static String parse(String text) {
        String name = parseHost(text);
        if (!name.contains(".")) {
            throw new IllegalArgumentException("'" + text.strip() + "' is not a domain name");
        }
        return name;
    }

    /**
     * Reads the name of a host: as {@link #parse}, but one label will do.
     *
     * @throws IllegalArgumentException for anything else, an IP address among it
     */
    public static String parseHost(String text) {
        String written = text.strip();
        String name = written.length() > LONGEST ? "" : ascii(written);
        if (!LABELS.matcher(name).matches()
                || name.length() > LONGEST
                || ALL_DIGITS_AT_END.matcher(name).find()) {
            throw new IllegalArgumentException("'" + shortened(written) + "' is not a domain name");
        }
        return name;
    }

    private static String ascii(String written) {
        String undotted = written.endsWith(".") ? written.substring(0, written.length() - 1) : written;
        IDNA.Info info = new IDNA.Info();
        StringBuilder name = UTS46.nameToASCII(undotted, new StringBuilder(), info);
        return info.hasErrors() ? "" : name.toString().toLowerCase(Locale.ROOT);
    }

    private static String shortened(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
