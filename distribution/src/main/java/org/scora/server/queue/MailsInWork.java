package org.scora.server.queue;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.james.queue.api.MailQueueName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Guards against a mail that ends the process while it is worked on, and would do so again at every start. All mails in
 * work at a death are suspected; after it they are worked on alone, one after the other, so that only the guilty one is
 * in work at the next deaths. Two deaths with no other mail in work make it guilty: one alone may have been a kill or the
 * power, right after a start. All queues of the gateway share one guard.
 */
public final class MailsInWork implements AutoCloseable {
    private static final int GUILTY = 2 * WorkMarks.ALONE;

    private static final Logger LOGGER = LoggerFactory.getLogger(MailsInWork.class);
    /** A delivery to a slow server takes minutes; nobody else shall wait so long because it is suspected. */
    private static final Duration LONGEST_ALONE = Duration.ofSeconds(10);

    private final WorkMarks marks;
    private final long longestAloneNs;
    private int inWork;
    private int suspectsWaiting;
    private long aloneUntil = System.nanoTime();

    private MailsInWork(WorkMarks marks, Duration longestAlone) {
        this.marks = marks;
        this.longestAloneNs = longestAlone.toNanos();
    }

    /**
     * To be called by one process at a time.
     *
     * @throws java.io.UncheckedIOException when the folder can not be used
     */
    public static MailsInWork open(Path folder) {
        return open(folder, LONGEST_ALONE);
    }

    static MailsInWork open(Path folder, Duration longestAlone) {
        WorkMarks marks = WorkMarks.open(folder);
        if (marks.suspectCount() > 0) {
            LOGGER.warn(
                    "The gateway had ended in the middle of its work on {} mails; each is now worked on alone",
                    marks.suspectCount());
        }
        return new MailsInWork(marks, longestAlone);
    }

    boolean isSuspect(MailQueueName queue, String mail) {
        return marks.suspicion(mark(queue, mail)) > 0;
    }

    /** Whether the mail is not to be worked on again. */
    boolean isGuilty(MailQueueName queue, String mail) {
        return marks.suspicion(mark(queue, mail)) >= GUILTY;
    }

    /** Waits for the mail's turn; what is returned ends its work, once. */
    Runnable begin(MailQueueName queue, String mail) {
        String mark = mark(queue, mail);
        boolean suspected = marks.suspicion(mark) > 0;
        enter(suspected);
        marks.set(mark);
        AtomicBoolean ended = new AtomicBoolean();
        return () -> {
            if (ended.compareAndSet(false, true)) {
                marks.clear(mark);
                leave(suspected);
            }
        };
    }

    /** The mail is not in the queue any more. */
    void forget(MailQueueName queue, String mail) {
        marks.clear(mark(queue, mail));
    }

    private synchronized void enter(boolean suspected) {
        try {
            if (suspected) {
                awaitOthersEnd();
            } else {
                awaitSuspectsEnd();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        inWork++;
    }

    private void awaitOthersEnd() throws InterruptedException {
        long until = System.nanoTime() + longestAloneNs;
        suspectsWaiting++;
        try {
            while (inWork > 0 && left(until) > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, left(until));
            }
        } finally {
            suspectsWaiting--;
            aloneUntil = System.nanoTime() + longestAloneNs;
        }
    }

    private void awaitSuspectsEnd() throws InterruptedException {
        while (suspectsWaiting > 0 || left(aloneUntil) > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, suspectsWaiting > 0 ? longestAloneNs : left(aloneUntil));
        }
    }

    private synchronized void leave(boolean suspected) {
        inWork--;
        if (suspected) {
            aloneUntil = System.nanoTime();
        }
        notifyAll();
    }

    private static long left(long until) {
        return until - System.nanoTime();
    }

    // Names of mails may be long, and have characters that file systems do not take.
    private static String mark(MailQueueName queue, String mail) {
        return Hashing.sha256()
                .hashString(queue.asString() + '/' + mail, StandardCharsets.UTF_8)
                .toString();
    }

    /** The process ends as it should: what is in work is not suspected for it. */
    @Override
    public void close() {
        marks.clearInWork();
    }
}
