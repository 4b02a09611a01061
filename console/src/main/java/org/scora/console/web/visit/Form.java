package org.scora.console.web.visit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the body of a form. */
public final class Form {
    /** The longest body that is read, in bytes. */
    public static final int LONGEST = 8 * 1024;

    /** What mail programs send to turn mail off (RFC 8058 section 3.1), by its name and value. */
    public static final String UNSUBSCRIBE = "List-Unsubscribe";

    public static final String ONE_CLICK = "One-Click";

    private static final String URL_ENCODED = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data";
    private static final int MOST_FIELDS = 32;

    private Form() {}

    /** Whether it is a form at all. */
    public static boolean isForm(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT);
        return type.startsWith(URL_ENCODED) || type.startsWith(MULTIPART);
    }

    /**
     * The fields; the first of each name. Of multipart, in which our pages send nothing, it knows only the one-click of
     * mail programs.
     *
     * @return empty for what can not be read
     */
    public static Optional<Map<String, String>> read(String contentType, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return contentType.toLowerCase(Locale.ROOT).startsWith(MULTIPART)
                ? Optional.of(oneClick(text))
                : urlEncoded(text);
    }

    private static Map<String, String> oneClick(String text) {
        boolean oneClick = text.matches("(?is)--[^\\r\\n]{1,200}\\R[^\\r\\n]*form-data;\\s*name=\"?" + UNSUBSCRIBE
                + "\"?[^\\r\\n]*\\R(?:[^\\r\\n]+\\R)*\\R" + ONE_CLICK + "\\R--.*");
        return oneClick ? Map.of(UNSUBSCRIBE, ONE_CLICK) : Map.of();
    }

    private static Optional<Map<String, String>> urlEncoded(String text) {
        Map<String, String> fields = new HashMap<>();
        String[] pairs = text.split("&", MOST_FIELDS + 1);
        if (pairs.length > MOST_FIELDS) {
            return Optional.empty();
        }
        try {
            for (String pair : pairs) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    fields.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
                }
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return Optional.of(fields);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
