package org.scora.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Writes and recognises the field Authentication-Results (RFC 8601). */
public final class AuthenticationResults {
    /** The field's name. */
    public static final String NAME = "Authentication-Results";

    // What comes from strangers stands in the field only if it can not be taken for anything else.
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,255}");

    private AuthenticationResults() {}

    /**
     * The field's value (RFC 8601 section 2.2).
     *
     * @param hostname our name: the authserv-id
     * @param nullSender whether SPF was asked about HELO, since there was no sender
     */
    public static String value(Authentication authentication, String hostname, boolean nullSender) {
        List<String> results = new ArrayList<>();
        String spf = "spf=" + authentication.spf().word();
        results.add(authentication
                .spfDomain()
                .map(domain -> spf + property(nullSender ? "smtp.helo" : "smtp.mailfrom", domain))
                .orElse(spf));
        authentication
                .dkim()
                .forEach(signature -> results.add("dkim="
                        + signature.result().word()
                        + property("header.d", signature.domain())
                        + property("header.s", signature.selector())));
        if (authentication.dkim().isEmpty()) {
            results.add("dkim=none");
        }
        String dmarc = "dmarc=" + authentication.dmarc().word();
        results.add(authentication
                .fromDomain()
                .map(domain -> dmarc + property("header.from", domain))
                .orElse(dmarc));
        if (authentication.arc() != Authentication.Result.NONE) {
            results.add("arc=" + authentication.arc().word());
        }
        return hostname + "; " + String.join("; ", results);
    }

    /**
     * Whether a field says that it is ours, which an inbound one never is (RFC 8601 section 5). One that names us in a
     * comment or with quotes counts too.
     */
    public static Predicate<HeaderField> claimingToBe(String hostname) {
        String ours = hostname.toLowerCase(Locale.ROOT);
        return field -> field.name().equalsIgnoreCase(NAME)
                && field.value()
                        .split("=", 2)[0]
                        .replace("\\", "")
                        .toLowerCase(Locale.ROOT)
                        .contains(ours);
    }

    private static String property(String name, String value) {
        return PLAIN.matcher(value).matches() ? " " + name + "=" + value : "";
    }
}
