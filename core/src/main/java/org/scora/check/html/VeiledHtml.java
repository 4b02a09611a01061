package org.scora.check.html;

import com.google.common.base.CharMatcher;
import com.google.common.primitives.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.message.IncomingMessage;
import org.scora.message.Part;
import org.scora.score.Finding;

/** Is the HTML written so that its source does not show what it says? */
public final class VeiledHtml implements Check {
    static final String ENTITIES = "HTML_LETTERS_AS_NUMBERS";
    static final String BROKEN_WORDS = "HTML_WORDS_BROKEN_UP";
    static final String BASE64 = "HTML_BASE64_NEEDLESSLY";

    private static final int ENTITIES_AT_LEAST = 60;
    private static final int LONGEST_REFERENCE = 7;
    private static final int BREAKS_AT_LEAST = 5;
    // A multiple of three bytes, so that the encoding of the begin is the begin of the encoding.
    private static final int BEGIN = 45;
    private static final CharMatcher ASCII = CharMatcher.ascii();
    private static final CharMatcher LETTER = CharMatcher.inRange('a', 'z').or(CharMatcher.inRange('A', 'Z'));

    @Override
    public String name() {
        return "veiled-html";
    }

    @Override
    public List<String> findings() {
        return List.of(ENTITIES, BROKEN_WORDS, BASE64);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        String html = message.html();
        if (html.isEmpty()) {
            return CheckResult.notFound();
        }
        List<Finding> findings = new ArrayList<>();
        int entities = plainLettersAsNumbers(html);
        if (entities >= ENTITIES_AT_LEAST) {
            findings.add(new Finding(ENTITIES, entities + " letters from a to z are written as numbers"));
        }
        int breaks = commentsWithinWords(html);
        if (breaks >= BREAKS_AT_LEAST) {
            findings.add(new Finding(BROKEN_WORDS, breaks + " comments stand within words"));
        }
        if (ASCII.matchesAllOf(html) && isBase64(message)) {
            findings.add(new Finding(BASE64, "the HTML is encoded, although all its letters are plain"));
        }
        return CheckResult.of(findings);
    }

    /** Character references (HTML standard, 13.5) for what needs none, such as &amp;#97;. */
    private static int plainLettersAsNumbers(String html) {
        int count = 0;
        for (int at = html.indexOf("&#"); at >= 0; at = html.indexOf("&#", at + 2)) {
            String reference = html.substring(at + 2, Math.min(html.length(), at + 2 + LONGEST_REFERENCE));
            int end = reference.indexOf(';');
            count += end > 0 && isPlainLetter(reference.substring(0, end)) ? 1 : 0;
        }
        return count;
    }

    private static boolean isPlainLetter(String reference) {
        boolean hex = reference.startsWith("x") || reference.startsWith("X");
        try {
            int letter = hex ? Integer.parseInt(reference.substring(1), 16) : Integer.parseInt(reference);
            return letter < 128 && Character.isLetter(letter);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static int commentsWithinWords(String html) {
        int count = 0;
        int at = html.indexOf("<!");
        while (at >= 0) {
            int end = html.indexOf('>', at);
            boolean within = at > 0 && end > 0 && LETTER.matches(html.charAt(at - 1));
            count += within && end + 1 < html.length() && LETTER.matches(html.charAt(end + 1)) ? 1 : 0;
            at = end < 0 ? -1 : html.indexOf("<!", end);
        }
        return count;
    }

    private static boolean isBase64(IncomingMessage message) {
        return message.parts().stream()
                .filter(part -> part.mediaType().equals("text/html") && part.content().length > BEGIN)
                .map(Part::content)
                .anyMatch(content -> Bytes.indexOf(message.source(), encodedBegin(content)) >= 0);
    }

    private static byte[] encodedBegin(byte[] content) {
        String encoded = Base64.getEncoder().encodeToString(Arrays.copyOf(content, BEGIN));
        return encoded.getBytes(StandardCharsets.US_ASCII);
    }
}
