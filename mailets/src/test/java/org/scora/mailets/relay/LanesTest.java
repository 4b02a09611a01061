package org.scora.mailets.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.james.core.MailAddress;
import org.junit.jupiter.api.Test;
import org.scora.mailets.relay.DeliveryResult.Temporary;

/** Eight connections, two of them for one destination, and a pause of 30 seconds; everything on one thread. */
class LanesTest {
    private static final Delivery ANSWERED = Delivery.answered(
            Map.of(MailAddress.nullSender(), DeliveryResult.of("server:25", new Reply(250, "2.0.0", "Taken"))));
    private static final Temporary SILENCE = new Temporary("server:25", Reply.temporary("4.4.1", "silence"));
    private static final Delivery SILENT = new Delivery(Map.of(), Optional.of(SILENCE));

    private final Deque<Runnable> attempts = new ArrayDeque<>();
    private final List<String> events = new ArrayList<>();
    private final Map<String, Delivery> answers = new LinkedHashMap<>();
    private Instant now = Instant.parse("2026-11-24T08:00:00Z");
    private final Lanes lanes = new Lanes(
            new Lanes.Limits(8, 2, 1000, Duration.ofSeconds(30)),
            new TestClock(() -> now),
            attempts::add,
            Runnable::run);

    @Test
    void someAreWorkedOnSomeWaitAndTheOthersArePutOff() {
        answersOnce("slow");
        submit("slow", "1", "2", "3", "4", "5");

        assertThat(attempts).hasSize(2);
        assertThat(events).containsExactly("5 put off 1s");
    }

    @Test
    void whoWaitsFollowsWhenAnAttemptEnds() {
        answersOnce("slow");
        submit("slow", "1", "2", "3", "4");

        runAll();

        assertThat(events).containsExactly("1 tried", "2 tried", "3 tried", "4 tried");
    }

    @Test
    void theWaitOfThosePutOffGrowsWithTheirNumber() {
        answersOnce("slow");
        submit("slow", "1", "2", "3", "4");
        for (int i = 0; i < 100; i++) {
            submit("slow", "more");
        }

        assertThat(events.get(99)).isEqualTo("more put off 5s");
    }

    @Test
    void whenADestinationDoesNotAnswerAllThatWaitHearOfIt() {
        answersOnce("dead");
        answers.put("dead", SILENT);
        submit("dead", "1", "2", "3", "4");

        runAll();
        submit("dead", "5");

        assertThat(events).containsExactly("1 tried", "3 not now", "4 not now", "2 tried", "5 not now");
    }

    @Test
    void afterThePauseOneAsksAndTheOthersWaitForWhatItHears() {
        goesDown("dead");
        now = now.plusSeconds(31);
        answers.put("dead", ANSWERED);

        submit("dead", "probe", "second", "third");
        assertThat(attempts).hasSize(1);
        runAll();

        assertThat(events).containsExactly("probe tried", "second tried", "third tried");
    }

    @Test
    void whoComesWhileItIsAskedInVainHearsTheLastAnswer() {
        goesDown("dead");
        now = now.plusSeconds(31);
        submit("dead", "probe");
        now = now.plusSeconds(10);

        submit("dead", "later");

        assertThat(events).containsExactly("later not now");
    }

    @Test
    void anUrgentMailIsTriedInThePauseToo() {
        goesDown("dead");

        lanes.submit("dead", new RecordingJob("urgent", "dead", true, 1));
        runAll();

        assertThat(events).containsExactly("urgent tried");
    }

    @Test
    void aDestinationThatHasNotAnsweredYetGetsOneConnection() {
        submit("new", "1", "2");
        assertThat(attempts).hasSize(1);

        runAll();
        submit("new", "3", "4");

        assertThat(attempts).hasSize(2);
    }

    @Test
    void destinationsThatHaveNotProvenToAnswerLeaveHalfOfTheConnections() {
        answersOnce("one");
        for (String unknown : List.of("a", "b", "c", "d", "e")) {
            submit(unknown, unknown + "1");
        }
        assertThat(attempts).hasSize(4);

        submit("one", "3", "4");

        assertThat(attempts).hasSize(6);
    }

    @Test
    void largeMailsForOneDestinationAreNotHeldAllAtOnce() {
        lanes.submit("slow", new RecordingJob("large", "slow", false, 5000));
        lanes.submit("slow", new RecordingJob("small", "slow", false, 1));
        lanes.submit("other", new RecordingJob("large too", "other", false, 5000));

        assertThat(attempts).hasSize(2);
        assertThat(events).containsExactly("small put off 1s");
    }

    @Test
    void atAStopThoseThatWaitAreGivenUp() {
        answersOnce("slow");
        submit("slow", "1", "2", "3");

        lanes.stop();
        runAll();

        assertThat(events).containsExactly("3 abandoned", "1 tried", "2 tried");
    }

    private void answersOnce(String destination) {
        submit(destination, "first");
        runAll();
        events.clear();
    }

    private void goesDown(String destination) {
        answers.put(destination, SILENT);
        submit(destination, "first");
        runAll();
        events.clear();
    }

    private void submit(String destination, String... names) {
        for (String name : names) {
            lanes.submit(destination, new RecordingJob(name, destination, false, 1));
        }
    }

    private void runAll() {
        while (!attempts.isEmpty()) {
            attempts.remove().run();
        }
    }

    private final class RecordingJob implements Lanes.Job {
        private final String name;
        private final String destination;
        private final boolean urgent;
        private final long size;

        RecordingJob(String name, String destination, boolean urgent, long size) {
            this.name = name;
            this.destination = destination;
            this.urgent = urgent;
            this.size = size;
        }

        @Override
        public boolean isUrgent() {
            return urgent;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public Delivery attempt() {
            events.add(name + " tried");
            return answers.getOrDefault(destination, ANSWERED);
        }

        @Override
        public void putOff(Duration delay) {
            events.add(name + " put off " + delay.toSeconds() + "s");
        }

        @Override
        public void notNow(DeliveryResult lastAnswer) {
            assertThat(lastAnswer).isEqualTo(SILENCE);
            events.add(name + " not now");
        }

        @Override
        public void abandon() {
            events.add(name + " abandoned");
        }
    }
}
