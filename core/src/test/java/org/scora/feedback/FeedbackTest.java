package org.scora.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.domain.DomainState;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.RecipientPolicy;
import org.scora.domain.RouteHost;
import org.scora.domain.ServiceAddresses;
import org.scora.feedback.Feedback.Answered;
import org.scora.feedback.Feedback.Outcome;
import org.scora.feedback.Feedback.Result;
import org.scora.journal.JournalLine;
import org.scora.journal.Passage;
import org.scora.learn.Learner;
import org.scora.learn.SiteModel;
import org.scora.learn.TrainingEvent;
import org.scora.message.OutgoingMail;
import org.scora.message.ReceiptId;
import org.scora.policy.Disposition;
import org.scora.quarantine.FileContentStore;
import org.scora.quarantine.HeldMessage;
import org.scora.quarantine.Quarantine;
import org.scora.score.Category;
import org.scora.storage.Database;
import org.scora.storage.DatabaseSettings;

/** What people say, with the journal, the quarantine and the learner that take it. */
class FeedbackTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String RECEIPT = "4QX7-M2DA-9KTW";
    private static final String SUBJECT = "Win a garden house today";

    @TempDir
    Path folder;

    private Database database;
    private Quarantine quarantine;
    private SiteModel model;
    private Feedback feedback;

    @BeforeEach
    void openAll() {
        database =
                Database.open(new DatabaseSettings("jdbc:h2:file:" + folder.resolve("scora"), "scora", "", 4), CLOCK);
        know("example.com");
        know("other.example");
        database.protectedDomains().addMailboxes("example.com", List.of("ann", "bob"));
        database.aliases().set("example.com", "sales", List.of("ann", "bob"));
        quarantine = new Quarantine(database.heldMessages(), new FileContentStore(folder.resolve("quarantine")));
        model = SiteModel.open(folder.resolve("model"), database.ledger(), Learner::shipped, CLOCK);
        feedback = new Feedback(
                database.journal(),
                database.heldMessages(),
                quarantine,
                database.protectedDomains(),
                database.recipients(),
                model,
                database.opinions(),
                Clock.systemUTC());
    }

    @AfterEach
    void closeAll() {
        model.close();
        database.close();
    }

    @Test
    void aMessageThatCameToTheReporterIsLearnedAsItCame() {
        delivered("ann@example.com", Category.SPAM);

        Result result = feedback.take(forwarding(mail("delivered.eml")), "ann@example.com", true);

        assertThat(result).isEqualTo(new Result(true, false, List.of(answered(Outcome.LEARNED))));
        TrainingEvent event = database.ledger().newest(9).get(0);
        assertThat(event.unwanted()).isTrue();
        assertThat(event.source().name()).isEqualTo("ann@example.com");
        assertThat(event.hash()).isEqualTo(SiteModel.hashOf(mail("as-it-came.eml")));
    }

    @Test
    void whatWasSaidBeforeIsToldSo() {
        delivered("ann@example.com", Category.SPAM);
        feedback.take(forwarding(mail("delivered.eml")), "ann@example.com", true);

        assertThat(feedback.take(forwarding(mail("delivered.eml")), "ann@example.com", true)
                        .messages())
                .containsExactly(answered(Outcome.KNOWN));
    }

    @Test
    void whoChangesHisMindIsFollowed() {
        delivered("ann@example.com", Category.SPAM);
        feedback.take(forwarding(mail("delivered.eml")), "ann@example.com", true);

        assertThat(feedback.take(forwarding(mail("delivered.eml")), "ann@example.com", false)
                        .messages())
                .containsExactly(answered(Outcome.LEARNED));
        assertThat(database.ledger().count()).isOne();
    }

    @Test
    void oneOfThoseBehindASharedAddressMaySpeakAndSoMayTheAdministrator() {
        delivered("sales@example.com", Category.SPAM);

        assertThat(outcomeFor("bob@example.com")).isEqualTo(Outcome.LEARNED);
        assertThat(outcomeFor("admin@example.com")).isEqualTo(Outcome.KNOWN);
    }

    @Test
    void whoDidNotGetItTeachesNothing() {
        delivered("ann@example.com", Category.SPAM);

        for (String other :
                List.of("bob@example.com", "ann@other.example", "admin@other.example", "x@elsewhere.test")) {
            assertThat(feedback.take(forwarding(mail("delivered.eml")), other, true)
                            .messages())
                    .containsExactly(new Answered(Optional.empty(), SUBJECT, Outcome.NOT_YOURS));
        }
        assertThat(database.ledger().count()).isZero();
    }

    @Test
    void aReceiptThatNobodyGaveTeachesNothing() {
        assertThat(outcomeFor("ann@example.com")).isEqualTo(Outcome.NOT_YOURS);
        assertThat(database.ledger().count()).isZero();
    }

    @Test
    void severalMessagesAreAnsweredOneByOneAndSoAreFilesAndEncodedOnes() {
        delivered("ann@example.com", Category.SPAM);
        String delivered = latin(mail("delivered.eml"));
        byte[] mail = latin("Subject: three\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: message/rfc822\r\n\r\n" + delivered
                + "\r\n--b\r\nContent-Type: application/octet-stream\r\n"
                + "Content-Disposition: attachment; filename=\"Win.EML\"\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(latin(delivered.replace("Click", "Press")))
                + "\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: other\r\n\r\nHello\r\n--b--\r\n");

        assertThat(feedback.take(mail, "ann@example.com", true).messages())
                .containsExactly(
                        answered(Outcome.LEARNED),
                        answered(Outcome.LEARNED),
                        new Answered(Optional.empty(), "other", Outcome.NOT_YOURS));
    }

    @Test
    void ofAHeldMessageTheKeptTextIsLearnedWhateverIsAttached() {
        delivered("ann@example.com", Category.SPAM);
        hold("Subject: kept\r\n\r\nkept text");

        assertThat(outcomeFor("ann@example.com")).isEqualTo(Outcome.LEARNED);
        assertThat(database.ledger().newest(1).get(0).hash())
                .isEqualTo(SiteModel.hashOf(latin("Subject: kept\r\n\r\nkept text")));
    }

    @Test
    void aReceiptInTheTextNamesAMessageThatIsKept() {
        delivered("ann@example.com", Category.SPAM);
        byte[] mail = latin("Subject: Re: held mail\r\n\r\nPlease look at " + RECEIPT + " again.\r\n");
        assertThat(feedback.take(mail, "ann@example.com", false).messages())
                .containsExactly(
                        new Answered(Optional.of(new ReceiptId(RECEIPT)), "the journal's subject", Outcome.NO_TEXT));
        hold("Subject: kept\r\n\r\nkept text");

        assertThat(feedback.take(mail, "ann@example.com", false).messages())
                .extracting(Answered::outcome)
                .containsExactly(Outcome.LEARNED);
    }

    @Test
    void aDamagedKeptMessageIsNoReasonToFail() throws IOException {
        delivered("ann@example.com", Category.SPAM);
        hold("Subject: kept\r\n\r\nkept text");
        try (Stream<Path> files = java.nio.file.Files.walk(folder.resolve("quarantine"))) {
            for (Path file : files.filter(java.nio.file.Files::isRegularFile).collect(Collectors.toList())) {
                java.nio.file.Files.writeString(file, "damaged");
            }
        }

        assertThat(outcomeFor("ann@example.com")).isEqualTo(Outcome.LEARNED);
    }

    @Test
    void nobodySaysOfAVirusThatItIsWanted() {
        delivered("ann@example.com", Category.VIRUS);

        assertThat(feedback.take(forwarding(mail("delivered.eml")), "ann@example.com", false)
                        .messages())
                .containsExactly(answered(Outcome.VIRUS));
        assertThat(outcomeFor("ann@example.com")).isEqualTo(Outcome.LEARNED);
    }

    @Test
    void aReportOfAMailProgramSaysItselfWhatItMeansAndExpectsNoAnswer() {
        delivered("ann@example.com", Category.SPAM);

        Result abuse = feedback.take(mail("arf.eml"), "ann@example.com", false);
        assertThat(abuse).isEqualTo(new Result(true, true, List.of(answered(Outcome.LEARNED))));
        Result wanted = feedback.take(mail("arf-not-spam.eml"), "ann@example.com", true);
        assertThat(wanted).isEqualTo(new Result(false, true, List.of(answered(Outcome.LEARNED))));
    }

    @Test
    void aReportWithTheHeaderAloneIsFoundByItsReceipt() {
        delivered("ann@example.com", Category.SPAM);
        assertThat(feedback.take(mail("arf-headers.eml"), "ann@example.com", true)
                        .messages())
                .containsExactly(answered(Outcome.NO_TEXT));
        hold("Subject: kept\r\n\r\nkept text");
        assertThat(feedback.take(mail("arf-headers.eml"), "ann@example.com", true)
                        .messages())
                .containsExactly(answered(Outcome.LEARNED));
    }

    @Test
    void aMailWithoutAnotherIsExplained() {
        Result result = feedback.take(latin("Subject: hi\r\n\r\nThis was spam!\r\n"), "ann@example.com", true);

        assertThat(result.messages()).isEmpty();
        assertThat(text(result)).contains("spam@mx.gateway.example").contains("as an attachment");
    }

    @Test
    void theAnswerSaysOfEachMessageWhatWasDoneAndHasNoLinksOfStrangers() {
        Result result = new Result(
                true,
                false,
                List.of(
                        answered(Outcome.LEARNED),
                        new Answered(Optional.empty(), "see http://evil.example/\u202Ex", Outcome.NOT_YOURS),
                        new Answered(Optional.of(new ReceiptId(RECEIPT)), "", Outcome.KNOWN)));

        assertThat(text(result))
                .contains("Win a garden house today  (4QX7-M2DA-9KTW)\n    The filter learned that it is unwanted")
                .doesNotContain("http://evil.example")
                .doesNotContain("\u202E")
                .contains("(without a subject)  (4QX7-M2DA-9KTW)\n    The filter knew before");
    }

    @Test
    void theAnswerStandsBelowTheMailAndAsksForNone() {
        Result result = new Result(true, false, List.of());
        String source = latin(answer(result, Optional.of("<1@example.com>")).source());
        assertThat(source)
                .contains("In-Reply-To: <1@example.com>")
                .contains("Auto-Submitted: auto-replied")
                .contains("To: ann@example.com");
        assertThat(latin(answer(result, Optional.of("<1>\r\nBcc: x@y.example")).source()))
                .doesNotContain("Bcc");
        assertThat(answer(result, Optional.empty()).sender()).isEmpty();
    }

    private static OutgoingMail answer(Result result, Optional<String> messageId) {
        return new FeedbackAnswers(new ServiceAddresses("mx.gateway.example"), CLOCK)
                .to("ann@example.com", RECEIPT, messageId, result);
    }

    private static String text(Result result) {
        byte[] source = answer(result, Optional.empty()).source();
        return org.scora.message.IncomingMessage.read(
                        new ByteArrayInputStream(source), org.scora.message.Envelope.unknown())
                .text()
                .replace("\r\n", "\n");
    }

    private Outcome outcomeFor(String reporter) {
        return feedback.take(forwarding(mail("delivered.eml")), reporter, true)
                .messages()
                .get(0)
                .outcome();
    }

    private static Answered answered(Outcome outcome) {
        return new Answered(Optional.of(new ReceiptId(RECEIPT)), SUBJECT, outcome);
    }

    private static byte[] forwarding(byte[] original) {
        return latin("Subject: Fwd: look\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: text/plain\r\n\r\nspam!\r\n"
                + "--b\r\nContent-Type: message/rfc822\r\n\r\n" + latin(original) + "\r\n--b--\r\n");
    }

    private void delivered(String recipient, Category category) {
        database.journal()
                .record(List.of(new JournalLine(
                        RECEIPT,
                        NOW,
                        Optional.empty(),
                        Optional.of("news@shop.example"),
                        recipient,
                        "the journal's subject",
                        100,
                        List.of(),
                        1.2,
                        category,
                        Disposition.NORMAL,
                        "reason",
                        org.scora.journal.Outcome.DELIVERED,
                        "",
                        Optional.empty(),
                        Passage.UNKNOWN)));
    }

    private void hold(String content) {
        quarantine.hold(
                new HeldMessage(
                        "k",
                        RECEIPT,
                        Optional.of("news@shop.example"),
                        List.of("ann@example.com"),
                        "kept",
                        3.5,
                        Category.SPAM,
                        "reason",
                        NOW,
                        content.length(),
                        "envelope",
                        Optional.empty()),
                new ByteArrayInputStream(latin(content)));
    }

    private void know(String name) {
        database.protectedDomains()
                .save(new ProtectedDomain(
                        name,
                        DomainState.ACTIVE,
                        List.of(RouteHost.parse("mx.example.com", 10)),
                        RecipientPolicy.LISTED,
                        List.of("admin@" + name)));
    }

    private static byte[] mail(String name) {
        try (var stream = FeedbackTest.class.getResourceAsStream(name)) {
            return latin(latin(stream.readAllBytes()).replace("\n", "\r\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
