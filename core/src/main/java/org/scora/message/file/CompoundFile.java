package org.scora.message.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The streams in a compound file, in which Office keeps its older documents and all macros (MS-CFB). Only what the first 109
 * sectors of the allocation table reach is found, which is more than the bytes of a file that are kept.
 */
final class CompoundFile {

    /** A stream or a storage (a folder). */
    record Entry(String name, boolean stream, int start, long size) {}

    private static final int HEADER = 512;
    private static final int TABLE_SECTORS_IN_HEADER = 109;
    private static final int ENTRY_BYTES = 128;
    private static final int ENTRIES_AT_MOST = 2000;
    private static final int MINI_SECTOR = 64;
    private static final int STREAM = 2;
    private static final int ROOT = 5;

    private final ByteBuffer in;
    private final int sector;
    private final int smallerThan;
    private final int[] table;
    private final int[] miniTable;
    private final byte[] miniStream;
    private final List<Entry> entries = new ArrayList<>();

    private CompoundFile(byte[] content) {
        in = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        sector = 1 << Math.max(9, Math.min(12, in.getShort(30)));
        smallerThan = in.getInt(56);
        table = table();
        byte[] directory = chain(in.getInt(48), ENTRIES_AT_MOST * ENTRY_BYTES);
        Optional<Entry> root = readEntries(directory);
        miniTable = ints(chain(in.getInt(60), content.length));
        miniStream = root.map(entry -> chain(entry.start, content.length)).orElse(new byte[0]);
    }

    /** Throws a RuntimeException when the header is cut off. */
    static CompoundFile of(byte[] content) {
        return new CompoundFile(content);
    }

    List<Entry> entries() {
        return entries;
    }

    boolean has(String name) {
        return entries.stream().anyMatch(entry -> entry.name.equalsIgnoreCase(name));
    }

    /** The stream's bytes, as far as they are there and at most so many. */
    byte[] read(Entry entry, int most) {
        int length = (int) Math.max(0, Math.min(entry.size, most));
        return entry.size < smallerThan ? miniChain(entry.start, length) : chain(entry.start, length);
    }

    private int[] table() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < TABLE_SECTORS_IN_HEADER; i++) {
            int number = in.getInt(76 + 4 * i);
            if (number >= 0) {
                copySector(number, all);
            }
        }
        return ints(all.toByteArray());
    }

    private Optional<Entry> readEntries(byte[] directory) {
        Optional<Entry> root = Optional.empty();
        ByteBuffer buffer = ByteBuffer.wrap(directory).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + ENTRY_BYTES <= directory.length; at += ENTRY_BYTES) {
            int type = directory[at + 66];
            int nameBytes = Math.max(0, Math.min(64, buffer.getShort(at + 64)) - 2);
            String name = new String(directory, at, nameBytes, StandardCharsets.UTF_16LE);
            long size = buffer.getInt(at + 120) & 0xffffffffL;
            Entry entry = new Entry(name, type == STREAM, buffer.getInt(at + 116), size);
            if (type == ROOT) {
                root = Optional.of(entry);
            } else if (type > 0) {
                entries.add(entry);
            }
        }
        return root;
    }

    private byte[] chain(int start, int most) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int next = start;
        for (int steps = 0; next >= 0 && steps <= table.length && bytes.size() < most; steps++) {
            copySector(next, bytes);
            next = next < table.length ? table[next] : -1;
        }
        return cut(bytes, most);
    }

    private byte[] miniChain(int start, int most) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int next = start;
        for (int steps = 0; next >= 0 && steps <= miniTable.length && bytes.size() < most; steps++) {
            long at = (long) next * MINI_SECTOR;
            if (at + MINI_SECTOR <= miniStream.length) {
                bytes.write(miniStream, (int) at, MINI_SECTOR);
            }
            next = next < miniTable.length ? miniTable[next] : -1;
        }
        return cut(bytes, most);
    }

    private void copySector(int number, ByteArrayOutputStream to) {
        long at = (number + 1L) * sector;
        if (at >= HEADER && at < in.capacity()) {
            to.write(in.array(), (int) at, (int) Math.min(sector, in.capacity() - at));
        }
    }

    private static byte[] cut(ByteArrayOutputStream bytes, int most) {
        byte[] all = bytes.toByteArray();
        return all.length <= most ? all : Arrays.copyOf(all, most);
    }

    private static int[] ints(byte[] bytes) {
        int[] ints = new int[bytes.length / 4];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(ints);
        return ints;
    }
}
