package org.scora.check.scanner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A reply as HTTP, ICAP and spamd write it: a line, headers, an empty line, a body.
 *
 * @param firstLine with protocol and status
 * @param headers names in lower case
 */
record HeadedReply(String firstLine, Map<String, String> headers, String body) {
    private static final int HEADERS_AT_MOST = 100;

    static HeadedReply parse(byte[] reply) throws IOException {
        String text = new String(reply, StandardCharsets.UTF_8);
        String[] headAndBody = text.split("\r?\n\r?\n", 2);
        List<String> lines = headAndBody[0].lines().limit(HEADERS_AT_MOST).toList();
        if (lines.isEmpty() || headAndBody.length < 2) {
            throw new IOException("its answer breaks off");
        }
        Map<String, String> headers = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return new HeadedReply(lines.get(0), headers, headAndBody[1]);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The second word of the first line; 0 when that is no number. */
    int status() {
        String[] words = firstLine.split(" ", 3);
        return words.length > 1 && words[1].matches("\\d{1,3}") ? Integer.parseInt(words[1]) : 0;
    }
}
