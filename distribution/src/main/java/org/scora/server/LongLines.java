package org.scora.server;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much memory all connections together may hold in long lines that are not finished. Each may have one of
 * {@link SmtpLines#LONGEST}; a thousand of these would be more than there is. Safe for use by several threads.
 */
final class LongLines {
    /** In octets. What is not longer than this is not counted, and always taken. */
    static final int SHORT = 8 * 1024;

    private static final long PART_OF_THE_HEAP = 8;

    private final long most;
    private final AtomicLong held = new AtomicLong();

    /** @param most octets */
    LongLines(long most) {
        this.most = most;
    }

    static LongLines ofThisProcess() {
        return new LongLines(Runtime.getRuntime().maxMemory() / PART_OF_THE_HEAP);
    }

    /** The part of one connection, which uses it from one thread at a time. */
    Part newPart() {
        return new Part();
    }

    final class Part {
        private long mine;

        /** Notes the length of the unfinished line; false when it is one too much. */
        boolean hold(int octets) {
            long now = octets > SHORT ? octets : 0;
            long all = held.addAndGet(now - mine);
            boolean grows = now > mine;
            mine = now;
            return !grows || all <= most;
        }
    }
}
