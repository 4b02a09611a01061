package org.scora.check.attachment;

import java.util.Optional;

/** Tells programs by their first bytes. */
final class Magic {
    private static final int PE_OFFSET_AT = 0x3c;

    private Magic() {}

    /** What kind of program it is, in words. */
    static Optional<String> ofProgram(byte[] content) {
        if (startsWith(content, 'M', 'Z') && hasPeHeader(content)) {
            return Optional.of("a Windows program");
        }
        if (startsWith(content, 0x7f, 'E', 'L', 'F')) {
            return Optional.of("a Linux program");
        }
        if (startsWith(content, 0xcf, 0xfa, 0xed, 0xfe) || startsWith(content, 0xce, 0xfa, 0xed, 0xfe)) {
            return Optional.of("a macOS program");
        }
        return Optional.empty();
    }

    // A text may well begin with MZ; the PE header that it points to settles it.
    private static boolean hasPeHeader(byte[] content) {
        if (content.length < PE_OFFSET_AT + 4) {
            return false;
        }
        int offset = (content[PE_OFFSET_AT] & 0xff)
                | (content[PE_OFFSET_AT + 1] & 0xff) << 8
                | (content[PE_OFFSET_AT + 2] & 0xff) << 16;
        return offset + 1 < content.length && content[offset] == 'P' && content[offset + 1] == 'E';
    }

    private static boolean startsWith(byte[] content, int... bytes) {
        if (content.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((content[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
