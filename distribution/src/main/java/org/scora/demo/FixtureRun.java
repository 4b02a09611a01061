package org.scora.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.scora.journal.JournalLine;

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
        Map<Fixture, SmtpAnswer> answers = sendAll(Manifest.read(mails));
        Patience.until(
                END_AT_MOST,
                () -> followAll(answers, start).stream()
                        .allMatch(mail -> mail.end().isPresent()));
        List<Followed> mails = followAll(answers, start);
        show(mails);
        return mails.stream().allMatch(Followed::asExpected);
    }

    private Map<Fixture, SmtpAnswer> sendAll(List<Fixture> fixtures) {
        Map<Fixture, SmtpAnswer> answers = new LinkedHashMap<>();
        try (SmtpClient client = SmtpClient.connect(smtpPort, HELO, ANSWER_AT_MOST)) {
            for (Fixture fixture : fixtures) {
                byte[] dated = MailText.dated(Files.readAllBytes(fixture.file()), ZonedDateTime.now());
                answers.put(fixture, client.send(fixture.sender(), fixture.recipient(), MailText.withCrlf(dated)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the gateway broke off", e);
        }
        return answers;
    }

    private List<Followed> followAll(Map<Fixture, SmtpAnswer> answers, Instant start) {
        List<JournalLine> journal = stage.operator().journal("example.com", start);
        return answers.entrySet().stream()
                .map(sent -> new Followed(
                        sent.getKey(),
                        sent.getValue(),
                        journal.stream()
                                .filter(line -> isOf(sent.getKey(), line))
                                .findFirst(),
                        copyOf(sent.getKey())))
                .toList();
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
                .forEach(mail -> out.printf(
                        "NOT AS EXPECTED: %s should have been answered %d and have ended %s.%n",
                        mail.fixture().name(),
                        mail.fixture().smtpCode(),
                        mail.fixture().end()));
    }

    private static String[] cells(Followed mail) {
        Optional<JournalLine> line = mail.line();
        return Stream.of(
                        mail.fixture().name(),
                        shortened(mail.answer().toString()),
                        line.map(known -> String.format("%5.1f", known.score())).orElse("    -"),
                        line.map(FixtureRun::certainty).orElse("-"),
                        line.map(known -> known.disposition().word()).orElse("-"),
                        mail.place())
                .toArray(String[]::new);
    }

    private static String certainty(JournalLine line) {
        return String.format("%c %6.2f %%", line.category().letter(), 100 / (1 + Math.pow(10, -line.score())));
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 37) + "...";
    }
}
