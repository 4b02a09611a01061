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
    private static final int SHARE_OF_HEAP = 24;

    private final int mostKib;
    private final Semaphore free;

    BytesInHand(int mostKib) {
        this.mostKib = mostKib;
        this.free = new Semaphore(mostKib, true);
    }

    static BytesInHand forThisHeap() {
        return new BytesInHand(
                Math.toIntExact(Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP / KIB)));
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
