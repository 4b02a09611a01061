package org.scora.storage;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one run of a piece of work, such as an fsync, serve all who asked for one before it began. */
final class SharedWork {
    private final AtomicLong asked = new AtomicLong();
    private final ReentrantLock running = new ReentrantLock();
    private long served;

    /** Returns once a run that began after this call has ended; throws what the run throws if it ran here. */
    void ask(Runnable work) {
        long mine = asked.incrementAndGet();
        running.lock();
        try {
            if (served < mine) {
                long all = asked.get();
                work.run();
                served = all;
            }
        } finally {
            running.unlock();
        }
    }
}
