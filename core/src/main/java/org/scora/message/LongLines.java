package org.scora.message;

import java.io.ByteArrayInputStream;

/** A message's bytes without the ends of lines that are too long, for a parser that would gather lines whole. */
final class LongLines extends ByteArrayInputStream {
    private final int longest;
    private int length;

    private LongLines(byte[] source, int longest) {
        super(source);
        this.longest = longest;
    }

    static ByteArrayInputStream cut(byte[] source, int longest, Defects defects) {
        if (longestLine(source) <= longest) {
            return new ByteArrayInputStream(source);
        }
        defects.add(Defect.Kind.NOT_READ_WHOLE, "A line is longer than " + longest + " bytes; the rest was not read.");
        return new LongLines(source, longest);
    }

    private static int longestLine(byte[] source) {
        int longest = 0;
        int start = 0;
        for (int i = 0; i < source.length; i++) {
            if (source[i] == '\n') {
                longest = Math.max(longest, i - start);
                start = i + 1;
            }
        }
        return Math.max(longest, source.length - start);
    }

    @Override
    public synchronized int read() {
        int letter = super.read();
        while (letter >= 0 && letter != '\n' && length >= longest) {
            letter = super.read();
        }
        length = letter == '\n' ? 0 : length + 1;
        return letter;
    }

    @Override
    public synchronized int read(byte[] to, int offset, int most) {
        int read = 0;
        for (int letter = most == 0 ? -1 : read(); letter >= 0; letter = read()) {
            to[offset + read] = (byte) letter;
            read++;
            if (read == most) {
                break;
            }
        }
        return read == 0 && most > 0 ? -1 : read;
    }
}
