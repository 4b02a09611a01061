package org.scora.server.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.james.queue.api.MailQueueName;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that dies is one whose notes are opened again without having been closed. */
class MailsInWorkTest {
    private static final MailQueueName SPOOL = MailQueueName.of("spool");
    private static final MailQueueName OUTGOING = MailQueueName.of("outgoing");
    private static final Duration FOR_EVER = Duration.ofHours(1);

    @TempDir
    Path folder;

    @Test
    void whatWasInWorkAtADeathIsSuspected() {
        MailsInWork first = MailsInWork.open(folder);
        first.begin(SPOOL, "done").run();
        first.begin(SPOOL, "in work");

        MailsInWork second = MailsInWork.open(folder);

        assertThat(second.isSuspect(SPOOL, "in work")).isTrue();
        assertThat(second.isGuilty(SPOOL, "in work")).isFalse();
        assertThat(second.isSuspect(SPOOL, "done")).isFalse();
        assertThat(second.isSuspect(OUTGOING, "in work")).as("in another queue").isFalse();
    }

    @Test
    void twoDeathsAloneMakeGuilty() {
        MailsInWork.open(folder).begin(SPOOL, "guilty");
        MailsInWork.open(folder).begin(SPOOL, "guilty");

        assertThat(MailsInWork.open(folder).isGuilty(SPOOL, "guilty")).isTrue();
    }

    @Test
    void onlyTheGuiltyOfManyIsFound() {
        MailsInWork first = MailsInWork.open(folder);
        first.begin(SPOOL, "innocent");
        first.begin(SPOOL, "guilty");
        first.begin(OUTGOING, "not yet tried again");

        MailsInWork second = MailsInWork.open(folder);
        second.begin(SPOOL, "innocent").run();
        second.begin(SPOOL, "guilty");
        MailsInWork third = MailsInWork.open(folder);
        assertThat(third.isGuilty(SPOOL, "guilty"))
                .as("it may have been a kill")
                .isFalse();
        third.begin(SPOOL, "guilty");

        MailsInWork fourth = MailsInWork.open(folder);
        assertThat(fourth.isGuilty(SPOOL, "guilty")).isTrue();
        assertThat(fourth.isSuspect(SPOOL, "innocent")).isFalse();
        assertThat(fourth.isSuspect(OUTGOING, "not yet tried again")).isTrue();
        assertThat(fourth.isGuilty(OUTGOING, "not yet tried again")).isFalse();
    }

    @Test
    void aMailThatIsNeverAloneIsFoundTooInTheEnd() {
        for (int death = 1; death <= 4; death++) {
            MailsInWork inWork = MailsInWork.open(folder, Duration.ZERO);
            assertThat(inWork.isGuilty(SPOOL, "guilty")).isFalse();
            inWork.begin(OUTGOING, "slow " + death);
            inWork.begin(SPOOL, "guilty");
        }
        assertThat(MailsInWork.open(folder).isGuilty(SPOOL, "guilty")).isTrue();
    }

    @Test
    void nothingIsHeldAgainstAMailThatWasForgotten() throws Exception {
        MailsInWork.open(folder).begin(SPOOL, "kept elsewhere");
        MailsInWork.open(folder).forget(SPOOL, "kept elsewhere");

        assertThat(MailsInWork.open(folder).isSuspect(SPOOL, "kept elsewhere")).isFalse();
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void anEndThatWasWantedCountsForNobody() {
        MailsInWork first = MailsInWork.open(folder);
        first.begin(SPOOL, "interrupted");
        first.close();

        assertThat(MailsInWork.open(folder).isSuspect(SPOOL, "interrupted")).isFalse();
    }

    @Test
    void aSuspectIsWorkedOnAlone() throws Exception {
        MailsInWork.open(folder).begin(SPOOL, "suspect");
        MailsInWork inWork = MailsInWork.open(folder, FOR_EVER);
        Runnable before = inWork.begin(OUTGOING, "before");

        CompletableFuture<Runnable> suspect = beginLater(inWork, "suspect");
        assertThat(suspect).as("another is in work").isNotDone();
        before.run();
        Runnable suspectsEnd = suspect.join();

        CompletableFuture<Runnable> after = beginLater(inWork, "after");
        assertThat(after).as("the suspect is in work").isNotDone();
        suspectsEnd.run();
        after.join().run();
    }

    @Test
    void aSuspectThatTakesLongKeepsNobodyWaitingForEver() {
        MailsInWork.open(folder).begin(OUTGOING, "slow suspect");
        MailsInWork inWork = MailsInWork.open(folder, Duration.ofMillis(50));

        inWork.begin(OUTGOING, "slow suspect");
        inWork.begin(SPOOL, "other");

        assertThat(MailsInWork.open(folder).isSuspect(SPOOL, "other")).isTrue();
    }

    /** Returns when the mail waits for its turn. */
    private static CompletableFuture<Runnable> beginLater(MailsInWork inWork, String mail) throws Exception {
        CompletableFuture<Runnable> begun = new CompletableFuture<>();
        CountDownLatch started = new CountDownLatch(1);
        Thread thread = new Thread(() -> {
            started.countDown();
            begun.complete(inWork.begin(SPOOL, mail));
        });
        thread.setDaemon(true);
        thread.start();
        started.await();
        Awaitility.await().until(() -> thread.getState() == Thread.State.TIMED_WAITING || begun.isDone());
        return begun;
    }
}
