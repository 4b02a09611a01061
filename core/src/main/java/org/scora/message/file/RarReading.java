package org.scora.message.file;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Lists RAR archives of versions 4 and 5 by their block headers, as RARLAB's technical notes describe them. No library with
 * an open licence unpacks them, so the files stay closed.
 */
final class RarReading {
    private static final int SIGNATURE_4 = 7;
    private static final int SIGNATURE_5 = 8;

    private final ByteBuffer in;
    private final ArchiveVisitor visitor;

    private RarReading(byte[] content, ArchiveVisitor visitor) {
        this.in = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        this.visitor = visitor;
    }

    /** Shows the files as far as the content goes. */
    static void visit(byte[] content, ArchiveVisitor visitor) {
        RarReading reading = new RarReading(content, visitor);
        boolean version5 = content.length > SIGNATURE_4 && content[SIGNATURE_4 - 1] == 1;
        int next = version5 ? SIGNATURE_5 : SIGNATURE_4;
        try {
            while (next > 0 && next < content.length) {
                reading.in.position(next);
                long after = version5 ? reading.block5(next) : reading.block4(next);
                // A block that leads nowhere or back ends the list.
                next = after > next && after < content.length ? (int) after : 0;
            }
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            // What is cut off can not be listed.
            return;
        }
    }

    private long block4(int start) {
        in.getShort();
        int type = in.get() & 0xff;
        int flags = in.getShort() & 0xffff;
        int size = in.getShort() & 0xffff;
        long data = (flags & 0x8000) == 0 ? 0 : in.getInt() & 0xffffffffL;
        boolean goesOn = switch (type) {
            case 0x73 -> open((flags & 0x0080) != 0);
            case 0x74 -> file4(flags, data);
            default -> true;
        };
        return goesOn ? start + size + data : 0;
    }

    private boolean file4(int flags, long packed) {
        long size = in.getInt() & 0xffffffffL;
        in.position(in.position() + 1 + 4 + 4 + 1 + 1);
        int nameLength = in.getShort() & 0xffff;
        in.getInt();
        if ((flags & 0x0100) != 0) {
            in.getLong();
        }
        // Behind a NUL stands the name once more, in a packing of its own.
        String name = string(nameLength, StandardCharsets.ISO_8859_1).split("\0", 2)[0];
        boolean directory = (flags & 0x00e0) == 0x00e0;
        return directory || file(name, size, packed, (flags & 0x04) != 0);
    }

    private long block5(int start) {
        in.getInt();
        long size = number();
        long end = in.position() + size;
        long type = number();
        long flags = number();
        long extra = (flags & 1) == 0 ? 0 : number();
        long data = (flags & 2) == 0 ? 0 : number();
        boolean goesOn = type == 2 ? file5(data, extra > 0 && isEncrypted(end - extra, end)) : open(type == 4);
        return goesOn && type != 5 && end > start && data >= 0 ? end + data : 0;
    }

    private boolean file5(long packed, boolean encrypted) {
        long flags = number();
        long size = number();
        number();
        in.position(in.position() + ((flags & 2) == 0 ? 0 : 4) + ((flags & 4) == 0 ? 0 : 4));
        number();
        number();
        String name = string((int) number(), StandardCharsets.UTF_8);
        return (flags & 1) != 0 || file(name, size, packed, encrypted);
    }

    private boolean isEncrypted(long from, long to) {
        int here = in.position();
        long next = from;
        boolean found = false;
        while (!found && next >= here && next < to) {
            in.position((int) next);
            long size = number();
            long after = in.position() + size;
            found = number() == 1;
            next = after > next ? after : to;
        }
        in.position(here);
        return found;
    }

    private boolean open(boolean locked) {
        if (locked) {
            visitor.locked();
        }
        return !locked;
    }

    private boolean file(String path, long size, long packed, boolean encrypted) {
        return visitor.file(new ArchiveVisitor.Entry(path, size, packed, encrypted), ArchiveVisitor.UNREADABLE);
    }

    /** Seven bits a byte, the lowest first. */
    private long number() {
        long value = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        return value;
    }

    private String string(int length, Charset charset) {
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, charset);
    }
}
