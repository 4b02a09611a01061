package org.scora.check.dnslist;

import com.google.common.base.Splitter;
import java.net.InetAddress;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers of a list, written as an address whose numbers may be a range ({@code 127.0.0.4-7}), any number ({@code *}), or a
 * number with certain bits set ({@code 127.0.0.&8}).
 */
record AnswerPattern(String text, List<Octet> octets) {
    private static final Pattern OCTET =
            Pattern.compile("(?<any>\\*)|(?<first>\\d{1,3})(?:-(?<last>\\d{1,3}))?|&(?<bits>\\d{1,3})");
    private static final int OCTETS = 4;
    private static final int LARGEST = 255;

    /** One number: between two bounds, and with these bits. */
    record Octet(int least, int most, int bits) {
        boolean matches(int value) {
            return value >= least && value <= most && (value & bits) == bits;
        }
    }

    /** @throws IllegalArgumentException for a text that is no such pattern */
    static AnswerPattern parse(String text) {
        List<Octet> octets =
                Splitter.on('.').splitToStream(text).map(AnswerPattern::octet).toList();
        if (octets.size() != OCTETS || !octets.get(0).equals(new Octet(127, 127, 0))) {
            throw new IllegalArgumentException("'" + text + "' is no address that begins with 127");
        }
        return new AnswerPattern(text, octets);
    }

    private static Octet octet(String text) {
        Matcher matcher = OCTET.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is neither a number, a range, * nor & with a number");
        }
        if (matcher.group("any") != null) {
            return new Octet(0, LARGEST, 0);
        }
        if (matcher.group("bits") != null) {
            return new Octet(1, LARGEST, number(matcher.group("bits")));
        }
        int first = number(matcher.group("first"));
        int last = matcher.group("last") == null ? first : number(matcher.group("last"));
        if (first > last) {
            throw new IllegalArgumentException("'" + text + "' begins above its end");
        }
        return new Octet(first, last, 0);
    }

    private static int number(String text) {
        int number = Integer.parseInt(text);
        if (number > LARGEST) {
            throw new IllegalArgumentException("'" + text + "' is above 255");
        }
        return number;
    }

    boolean matches(InetAddress answer) {
        byte[] bytes = answer.getAddress();
        for (int i = 0; i < OCTETS; i++) {
            if (bytes.length != OCTETS || !octets.get(i).matches(Byte.toUnsignedInt(bytes[i]))) {
                return false;
            }
        }
        return true;
    }
}
