package org.scora.server.queue;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Bounds how many bytes of mail of one queue are worked on at the same time, however many threads there are: a message is
 * held several times over while it is read. A message above the bound is worked on alone.
 */
final class BytesInHand {
    private static final int KIB = 1024;
    /** So that the copies of all mail in hand stay well below the heap. */
    private static final int SHARE_FOR_READING = 24;
    /** There are no copies, and a server that hangs keeps what is in hand for it for minutes. */
    private static final int SHARE_FOR_PASSING_ON = 8;

    private final int mostKib;
    private final Semaphore free;

    BytesInHand(int mostKib) {
        this.mostKib = mostKib;
        this.free = new Semaphore(mostKib, true);
    }

    /** For mail that is scored. */
    static BytesInHand forReading() {
        return ofThisHeap(SHARE_FOR_READING);
    }

    /** For mail that is only passed on. */
    static BytesInHand forPassingOn() {
        return ofThisHeap(SHARE_FOR_PASSING_ON);
    }

    private static BytesInHand ofThisHeap(int share) {
        return new BytesInHand(
                Math.toIntExact(Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / share / KIB)));
    }

    /** Waits until there is room; what is returned makes it again, once. */
    Runnable admit(long bytes) {
        int kib = (int) Math.min(mostKib, bytes / KIB + 1);
        free.acquireUninterruptibly(kib);
        AtomicBoolean left = new AtomicBoolean();
        return () -> {
            if (left.compareAndSet(false, true)) {
                free.release(kib);
            }
        };
    }
}
