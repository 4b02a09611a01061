package org.scora.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.scora.demo.Tally.Ending;
import org.scora.journal.JournalLine;
import org.scora.journal.Outcome;
import org.scora.message.MailFolder;
import org.scora.message.MailPlace;
import org.scora.policy.Disposition;

/**
 * Sends every message of a folder through the gateway and accounts for each. A message goes to a recipient of its own,
 * so that it can be told apart without being changed.
 */
final class FolderRun {
    private static final String DOMAIN = "example.com";
    private static final String SENDER = "replay@harbour-ceramics.example";
    private static final int CONNECTIONS = 8;
    private static final Duration ANSWER_AT_MOST = Duration.ofSeconds(120);
    private static final Duration STILL_AT_MOST = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Stage stage;
    private final List<MailPlace> messages;
    private final int smtpPort;
    private final PrintStream out;
    private final Tally tally = new Tally();
    private final BitSet accepted = new BitSet();
    private final Faithfulness faithfulness = new Faithfulness(DemoHome.HOSTNAME);

    FolderRun(Stage stage, Path folder, int smtpPort, PrintStream out) {
        this.stage = stage;
        this.messages = MailFolder.list(folder);
        this.smtpPort = smtpPort;
        this.out = out;
        if (messages.isEmpty()) {
            throw new DemoException("There is no mail in " + folder + ": no file in it begins like a mail or an mbox.");
        }
    }

    /** Enters example.com with any mailbox. */
    void enterCustomer() {
        stage.operator()
                .command(
                        "domain",
                        "add",
                        DOMAIN,
                        "--route",
                        "127.0.0.1:" + stage.sink().port(),
                        "--accept-any");
        out.println();
    }

    /** True when every message is accounted for, and none was lost, stuck or altered. */
    boolean run() {
        Instant start = Instant.now().minusSeconds(1);
        long begin = System.nanoTime();
        sendAll();
        double sending = (System.nanoTime() - begin) / 1e9;
        awaitStillness(start);
        account(start);
        out.printf(
                "%n%d messages sent in %.0f s, all of them ended after %.0f s:%n%n",
                messages.size(), sending, (System.nanoTime() - begin) / 1e9);
        tally.print(out);
        return tally.good();
    }

    private void sendAll() {
        ProgressBar bar = new ProgressBar(out, "Sending", messages.size());
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        ExecutorService senders = Executors.newFixedThreadPool(CONNECTIONS);
        List<Future<?>> running = new ArrayList<>();
        for (int count = 0; count < CONNECTIONS; count++) {
            running.add(senders.submit(() -> {
                sendSome(next, done, bar);
                return null;
            }));
        }
        senders.shutdown();
        running.forEach(FolderRun::await);
    }

    /** One connection's work; after it broke, or a message was refused, a new one goes on with the next message. */
    private void sendSome(AtomicInteger next, AtomicInteger done, ProgressBar bar) throws IOException {
        int index = next.getAndIncrement();
        while (index < messages.size()) {
            try (SmtpClient client = SmtpClient.connect(smtpPort, "mail.senders.example", ANSWER_AT_MOST)) {
                boolean inStep = true;
                while (index < messages.size() && inStep) {
                    // A server that refuses in the middle of a message may have more to say; nobody should wait for it.
                    inStep = note(index, client.send(SENDER, recipient(index), wire(index)));
                    bar.show(done.incrementAndGet());
                    index = next.getAndIncrement();
                }
            } catch (IOException e) {
                tally.addRefusal("the connection broke: " + e.getMessage());
                bar.show(done.incrementAndGet());
                index = next.getAndIncrement();
            }
        }
    }

    /** Whether the message was taken. */
    private synchronized boolean note(int index, SmtpAnswer answer) {
        if (answer.positive()) {
            accepted.set(index);
        } else {
            tally.addRefusal(answer.toString());
        }
        return answer.positive();
    }

    /** Waits until every message has ended, or nothing has changed for a while. */
    private void awaitStillness(Instant start) {
        ProgressBar bar = new ProgressBar(out, "Following", accepted.cardinality());
        int ended = 0;
        long lastChange = System.nanoTime();
        while (ended < accepted.cardinality() && System.nanoTime() - lastChange < STILL_AT_MOST.toNanos()) {
            Patience.pause(BETWEEN_LOOKS);
            int now = stage.operator().endedCount(DOMAIN, start);
            if (now > ended) {
                lastChange = System.nanoTime();
            }
            ended = now;
            bar.show(ended);
        }
    }

    private void account(Instant start) {
        BitSet recorded = new BitSet();
        stage.operator().readJournal(DOMAIN, start, Instant.now().plusSeconds(1), line -> {
            int index = index(line.recipient());
            if (line.outcome() == Outcome.REFUSED) {
                return;
            }
            recorded.set(index);
            if (!accepted.get(index)) {
                tally.add(Ending.TAKEN_ALL_THE_SAME);
            } else {
                account(index, line);
            }
        });
        BitSet unrecorded = (BitSet) accepted.clone();
        unrecorded.andNot(recorded);
        unrecorded.stream()
                .forEach(index ->
                        tally.add(stage.sink().countFor(recipient(index)) > 0 ? Ending.UNRECORDED : Ending.LOST));
    }

    private void account(int index, JournalLine line) {
        switch (line.outcome()) {
            case DELIVERED -> accountDelivered(index, line.disposition() == Disposition.FLAG_SUBJECT);
            case HELD -> tally.add(Ending.HELD);
            case DELETED -> tally.add(Ending.DELETED);
            case RETURNED -> tally.add(Ending.RETURNED);
            case FAILED -> tally.add(Ending.FAILED);
            case QUEUED, RELEASED -> tally.add(Ending.STUCK);
            case REFUSED -> {
                // A try that came before the one that was taken.
            }
        }
    }

    private void accountDelivered(int index, boolean flagged) {
        List<SinkMail> copies = stage.sink().mailsTo(recipient(index));
        if (copies.isEmpty()) {
            tally.add(Ending.LOST);
            return;
        }
        tally.add(flagged ? Ending.FLAGGED : Ending.DELIVERED);
        if (copies.size() > 1) {
            tally.add(Ending.TWICE);
        }
        if (!faithfulness.unaltered(wire(index), copies.get(0).source(), flagged)) {
            tally.add(Ending.ALTERED);
            out.println("  altered: " + messages.get(index) + " arrived as "
                    + copies.get(0).file());
        }
    }

    private byte[] wire(int index) {
        try {
            return MailText.withCrlf(messages.get(index).read());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String recipient(int index) {
        return String.format("m%07d@%s", index, DOMAIN);
    }

    private static int index(String recipient) {
        return Integer.parseInt(recipient.substring(1, recipient.indexOf('@')));
    }

    private static void await(Future<?> future) {
        try {
            future.get();
        } catch (ExecutionException e) {
            throw new DemoException("Sending failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoException("The demonstration was interrupted.", e);
        }
    }
}
