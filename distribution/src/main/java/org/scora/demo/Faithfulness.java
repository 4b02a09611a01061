package org.scora.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Tells whether a message came through the gateway unaltered: apart from the header fields that the gateway is meant to
 * add and remove, every byte has to be the same and in the same place.
 */
public final class Faithfulness {
    private final String gatewayName;

    /** @param gatewayName as it stands in the gateway's Received and Authentication-Results fields */
    public Faithfulness(String gatewayName) {
        this.gatewayName = gatewayName.toLowerCase(Locale.ROOT);
    }

    /**
     * Whether the message is the same.
     *
     * @param subjectFlagged whether the gateway was to put a mark into the subject
     */
    public boolean unaltered(byte[] sent, byte[] received, boolean subjectFlagged) {
        Predicate<String> ignored = subjectFlagged ? field -> isOurs(field) || isNamed(field, "subject") : this::isOurs;
        return without(ignored, sent).equals(without(ignored, received));
    }

    private boolean isOurs(String field) {
        String lower = field.toLowerCase(Locale.ROOT);
        boolean namesUs = lower.contains(gatewayName);
        return lower.startsWith("x-scora-")
                || lower.startsWith("x-spam-")
                || (namesUs && (isNamed(field, "received") || isNamed(field, "authentication-results")));
    }

    private static boolean isNamed(String field, String name) {
        int colon = field.indexOf(':');
        return colon > 0 && field.substring(0, colon).strip().equalsIgnoreCase(name);
    }

    // One char a byte, so nothing is decoded and the texts are equal only when the bytes are.
    private static String without(Predicate<String> ignored, byte[] message) {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        int bodyStart = bodyStart(text);
        String header = fields(text.substring(0, bodyStart)).stream()
                .filter(ignored.negate())
                .collect(Collectors.joining());
        return header + text.substring(bodyStart);
    }

    /** Where the empty line is that ends the header; the text's length when there is none. */
    private static int bodyStart(String text) {
        if (text.startsWith("\r\n")) {
            return 0;
        }
        int emptyLine = text.indexOf("\r\n\r\n");
        return emptyLine < 0 ? text.length() : emptyLine + 2;
    }

    private static List<String> fields(String header) {
        List<String> fields = new ArrayList<>();
        int start = 0;
        for (int end = header.indexOf("\r\n"); end >= 0; end = header.indexOf("\r\n", end + 2)) {
            boolean folded = end + 2 < header.length() && " \t".indexOf(header.charAt(end + 2)) >= 0;
            if (!folded) {
                fields.add(header.substring(start, end + 2));
                start = end + 2;
            }
        }
        fields.add(header.substring(start));
        return fields;
    }
}
