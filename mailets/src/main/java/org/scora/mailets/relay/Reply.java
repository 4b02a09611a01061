package org.scora.mailets.relay;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a mail server answered, or what we say in its place when none did (RFC 5321 section 4.2, RFC 3463).
 *
 * @param code three digits
 * @param enhancedCode such as 5.1.1
 * @param text one line of printable ASCII, bounded
 */
record Reply(int code, String enhancedCode, String text) {
    /** The host closes the connection (RFC 5321 section 3.8). */
    static final int SHUTTING_DOWN = 421;

    private static final int LONGEST_TEXT = 400;
    private static final Pattern LINE = Pattern.compile("(?:\\d{3}[ -])?(?:([245]\\.\\d{1,3}\\.\\d{1,3})\\s)?(.*)");

    Reply {
        String line = text.replaceAll("[^\\x21-\\x7e]+", " ").trim();
        text = line.substring(0, Math.min(LONGEST_TEXT, line.length()));
    }

    /** Reads an answer of one or several lines. */
    static Reply parse(int code, String answer) {
        String enhanced = answer.lines()
                .map(Reply::matched)
                .map(line -> line.group(1))
                .filter(status -> status != null && status.startsWith(code / 100 + "."))
                .findFirst()
                .orElse(code / 100 + ".0.0");
        String text = answer.lines().map(line -> matched(line).group(2)).collect(Collectors.joining(" "));
        return new Reply(code, enhanced, text);
    }

    static Reply temporary(String enhancedCode, String text) {
        return new Reply(451, enhancedCode, text);
    }

    static Reply permanent(String enhancedCode, String text) {
        return new Reply(550, enhancedCode, text);
    }

    private static Matcher matched(String line) {
        Matcher matcher = LINE.matcher(line);
        matcher.lookingAt();
        return matcher;
    }

    @Override
    public String toString() {
        return code + " " + enhancedCode + " " + text;
    }
}
