package org.scora.message.file;

import com.google.common.primitives.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The source of the macros in a VBA project (MS-OVBA). */
final class VbaSource {
    private static final int MODULE_BYTES = 512 * 1024;
    private static final int SOURCE_BYTES = 256 * 1024;
    private static final int MODULE_BYTES_IN_ALL = 2 << 20;
    private static final int CHUNK = 4096;
    private static final int CHUNK_SIGNATURE = 3;
    // Every module's packed source begins with this text, which stands as it is behind the byte of flags.
    private static final byte[] BEGIN = "\0Attribut".getBytes(StandardCharsets.ISO_8859_1);
    private static final int BEFORE_BEGIN = 3;
    private static final Set<String> NO_MODULES = Set.of("dir", "_vba_project", "project", "projectwm");

    private VbaSource() {}

    /** All that the project's modules do; empty when there is no project, or no module has anything but attributes. */
    static Optional<Macros> macros(CompoundFile file) {
        if (!file.has("VBA") && !file.has("_VBA_PROJECT")) {
            return Optional.empty();
        }
        String source = source(file);
        return source.isBlank() ? Optional.empty() : Optional.of(Macros.ofSource(source));
    }

    private static String source(CompoundFile file) {
        StringBuilder source = new StringBuilder();
        // Streams may overlap, so that a small file could have a thousand large ones.
        int left = MODULE_BYTES_IN_ALL;
        for (CompoundFile.Entry entry : file.entries()) {
            boolean module = entry.stream() && !NO_MODULES.contains(entry.name().toLowerCase(Locale.ROOT));
            if (module && left > 0) {
                byte[] bytes = file.read(entry, Math.min(left, MODULE_BYTES));
                left -= bytes.length;
                source.append(codeOf(bytes)).append('\n');
            }
        }
        return source.toString();
    }

    private static String codeOf(byte[] module) {
        int begin = Bytes.indexOf(module, BEGIN);
        if (begin < BEFORE_BEGIN || module[begin - BEFORE_BEGIN] != 1) {
            return "";
        }
        String source = new String(unpack(module, begin - BEFORE_BEGIN + 1), StandardCharsets.ISO_8859_1);
        List<String> code = source.lines()
                .filter(line -> !line.startsWith("Attribute "))
                .filter(line -> !line.isBlank() && !line.strip().equals("Option Explicit"))
                .toList();
        return code.stream().collect(Collectors.joining("\n"));
    }

    /** Chunks of up to 4096 bytes, each with a header of two bytes (section 2.4.1). */
    private static byte[] unpack(byte[] packed, int from) {
        ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
        int at = from;
        while (at + 2 < packed.length && unpacked.size() < SOURCE_BYTES) {
            int header = (packed[at] & 0xff) | (packed[at + 1] & 0xff) << 8;
            if ((header >> 12 & 7) != CHUNK_SIGNATURE) {
                break;
            }
            int end = Math.min(packed.length, at + (header & 0x0fff) + 3);
            if ((header & 0x8000) == 0) {
                unpacked.write(packed, at + 2, Math.min(CHUNK, packed.length - at - 2));
            } else {
                unpacked.writeBytes(unpackChunk(packed, at + 2, end));
            }
            at = end;
        }
        return unpacked.toByteArray();
    }

    private static byte[] unpackChunk(byte[] packed, int from, int end) {
        byte[] chunk = new byte[CHUNK];
        int length = 0;
        int at = from;
        while (at < end && length < CHUNK) {
            int flags = packed[at++];
            for (int bit = 0; bit < 8 && at < end && length < CHUNK; bit++) {
                if ((flags >> bit & 1) == 0) {
                    chunk[length++] = packed[at++];
                } else {
                    int token = at + 1 < end ? (packed[at] & 0xff) | (packed[at + 1] & 0xff) << 8 : 0;
                    length = repeat(chunk, length, token);
                    at += 2;
                }
            }
        }
        return Arrays.copyOf(chunk, length);
    }

    // How many of a token's bits are the distance grows with the length so far (section 2.4.1.3.19.1).
    private static int repeat(byte[] chunk, int length, int token) {
        int distanceBits = Math.max(4, 32 - Integer.numberOfLeadingZeros(Math.max(0, length - 1)));
        int distance = (token >> (16 - distanceBits)) + 1;
        int count = (token & (0xffff >> distanceBits)) + 3;
        int to = length;
        while (distance <= length && to < Math.min(CHUNK, length + count)) {
            chunk[to] = chunk[to - distance];
            to++;
        }
        return to;
    }
}
