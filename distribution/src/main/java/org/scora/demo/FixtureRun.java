package org.scora.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.scora.journal.JournalLine;
import org.scora.journal.Outcome;
import org.scora.score.Explanation;

/** Sends the mails of the manifest, follows each to its end, and shows what became of it. */
final class FixtureRun {
    private static final String HELO = "mail.senders.example";
    private static final Duration ANSWER_AT_MOST = Duration.ofSeconds(30);
    private static final Duration END_AT_MOST = Duration.ofSeconds(60);

    private final Stage stage;
    private final Path mails;
    private final int smtpPort;
    private final PrintStream out;

    FixtureRun(Stage stage, Path mails, int smtpPort, PrintStream out) {
        this.stage = stage;
        this.mails = mails;
        this.smtpPort = smtpPort;
        this.out = out;
    }

    /** Enters the customer: example.com, whose mail is filtered, and a domain that is not taken live yet. */
    void enterCustomer() {
        String route = "127.0.0.1:" + stage.sink().port();
        Operator operator = stage.operator();
        out.println("The operator protects example.com:");
        operator.command(
                "domain",
                "add",
                "example.com",
                "--route",
                route,
                "--admin",
                "postmaster@example.com",
                "--mailboxes",
                mails.resolve("mailboxes.txt").toString());
        operator.command("list", "allow", "add", "notary-lindqvist.example", "--domain", "example.com");
        operator.command("domain", "add", "pending.example", "--route", route, "--pending");
        out.println();
    }

    /** True when every mail ended where the manifest says. */
    boolean run() {
        Instant start = Instant.now().minusSeconds(1);
        List<Sent> sent = sendAll(Manifest.read(mails));
        Patience.until(
                END_AT_MOST,
                () -> followAll(sent, start).stream()
                        .allMatch(mail -> mail.end().isPresent()));
        List<Followed> followed = followAll(sent, start);
        show(followed);
        return followed.stream().allMatch(Followed::asExpected);
    }

    private record Sent(Fixture fixture, byte[] message, SmtpAnswer answer) {}

    private List<Sent> sendAll(List<Fixture> fixtures) {
        List<Sent> sent = new ArrayList<>();
        try (SmtpClient client = SmtpClient.connect(smtpPort, HELO, ANSWER_AT_MOST)) {
            for (Fixture fixture : fixtures) {
                byte[] message = MailText.withCrlf(
                        MailText.dated(Files.readAllBytes(fixture.file()), ZonedDateTime.now(ZoneId.systemDefault())));
                sent.add(new Sent(fixture, message, client.send(fixture.sender(), fixture.recipient(), message)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the gateway broke off", e);
        }
        return sent;
    }

    private List<Followed> followAll(List<Sent> sent, Instant start) {
        List<JournalLine> journal = stage.operator().journal("example.com", start);
        return sent.stream().map(one -> follow(one, journal)).toList();
    }

    private Followed follow(Sent sent, List<JournalLine> journal) {
        Fixture fixture = sent.fixture();
        Optional<JournalLine> line =
                journal.stream().filter(each -> isOf(fixture, each)).findFirst();
        return new Followed(fixture, sent.message(), sent.answer(), line, copyOf(fixture));
    }

    // No two mails of the manifest have both the same sender and the same recipient.
    private static boolean isOf(Fixture fixture, JournalLine line) {
        return line.recipient().equalsIgnoreCase(fixture.recipient())
                && line.sender().orElse("").equalsIgnoreCase(fixture.sender());
    }

    private Optional<SinkMail> copyOf(Fixture fixture) {
        return stage.sink().mailsTo(fixture.recipient()).stream()
                .filter(mail -> mail.sender().equalsIgnoreCase(fixture.sender()))
                .findFirst();
    }

    private void show(List<Followed> mails) {
        TextTable table =
                new TextTable("Message", "SMTP answer", "Score", "Certainty", "Disposition", "Where it is now");
        mails.forEach(mail -> table.row(cells(mail)));
        table.lines().forEach(out::println);
        out.println();
        mails.stream()
                .filter(mail -> !mail.asExpected())
                .map(FixtureRun::complaint)
                .forEach(out::println);
    }

    private static String complaint(Followed mail) {
        return mail.unaltered()
                ? String.format(
                        "NOT AS EXPECTED: %s should have been answered %d, and should have ended %s.",
                        mail.fixture().name(),
                        mail.fixture().smtpCode(),
                        mail.fixture().end())
                : "NOT AS EXPECTED: " + mail.fixture().name() + " was altered on its way.";
    }

    private static String[] cells(Followed mail) {
        // What was refused before DATA was not scored.
        Optional<JournalLine> line = mail.line().filter(known -> known.outcome() != Outcome.REFUSED);
        return Stream.of(
                        mail.fixture().name(),
                        shortened(mail.answer().toString()),
                        line.map(known -> String.format(Locale.ROOT, "%5.1f", known.score()))
                                .orElse("    -"),
                        line.map(FixtureRun::certainty).orElse("-"),
                        line.map(known -> known.disposition().word()).orElse("-"),
                        mail.place())
                .toArray(String[]::new);
    }

    private static String certainty(JournalLine line) {
        return String.format(Locale.ROOT, "%c %8s", line.category().letter(), Explanation.certainty(line.score()));
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 37) + "...";
    }
}
