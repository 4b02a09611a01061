package org.scora.report.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.message.Authentication;
import org.scora.message.Authentication.Result;
import org.scora.message.OutgoingMail;
import org.scora.people.Link;
import org.scora.people.LinkAddress;
import org.scora.quarantine.HeldMessage;
import org.scora.quarantine.HeldState;
import org.scora.quarantine.Quarantine;
import org.scora.quarantine.TestQuarantine;
import org.scora.report.Wordings;
import org.scora.report.digest.ReleaseReplies.Reply;
import org.scora.score.Category;

/** Answers to digests, from owners and from others. */
class ReleaseRepliesTest {
    private static final Authentication PROVEN = new Authentication(
            Result.PASS, Optional.of("example.com"), List.of(), Result.NONE, Optional.of("example.com"), true);

    @TempDir
    Path folder;

    private HeldForUsers held;
    private Quarantine quarantine;
    private TestQuarantine kept;
    private ReleaseReplies replies;

    @BeforeEach
    void open() {
        held = new HeldForUsers(folder);
        var database = held.database;
        kept = new TestQuarantine(database, folder, held::send, held.clock());
        quarantine = kept.quarantine;
        replies = new ReleaseReplies(
                held.links,
                database.protectedDomains(),
                database.aliases(),
                database.effectiveSettings(),
                Wordings.shipped(),
                database.recipients(),
                new ReplyActions(database.heldMessages(), kept.actions, kept.requests(held.clock())),
                new AnswerMails(HeldForUsers.GATEWAY, new LinkAddress(HeldForUsers.CONSOLE), held.clock()),
                held::send);
    }

    @AfterEach
    void close() {
        kept.close();
    }

    private String hold(String key, Category category, String... recipients) {
        HeldMessage message = held.message(key, 3.5, category, "a@b.example", "Hi", recipients);
        quarantine.hold(
                message, new ByteArrayInputStream("Subject: Hi\r\n\r\nHi\r\n".getBytes(StandardCharsets.US_ASCII)));
        return message.receipt();
    }

    private String token(String owner) {
        return held.links.issue(
                new Link(Link.Kind.REPLY, owner, "", held.clock().instant().plusSeconds(3600)));
    }

    private void answer(String token, String from, Authentication authentication, String text) {
        replies.take(new Reply(
                token,
                List.of(from),
                "Re: held",
                text,
                authentication,
                "WWWW-WWWW-WWWW",
                Optional.of("<1@user.example>")));
    }

    private List<String> heldFor() {
        return quarantine.keys().stream()
                .filter(key -> !quarantine
                        .find(key)
                        .orElseThrow()
                        .recipientsIn(HeldState.HELD)
                        .isEmpty())
                .sorted()
                .toList();
    }

    /** What is said in the last mail. */
    private String said() throws MessagingException, IOException {
        OutgoingMail mail = held.sent.get(held.sent.size() - 1);
        return new MimeMessage((Session) null, new ByteArrayInputStream(mail.source()))
                .getContent()
                .toString();
    }

    @Test
    void theOwnerGetsWhatHeNames() throws Exception {
        String receipt = hold("1", Category.SPAM, "sales@example.com", "bob@example.com");
        hold("2", Category.SPAM, "ann@example.com");

        answer(token("ann@example.com"), "Ann@Example.com", PROVEN, receipt);

        assertThat(quarantine.find("1").orElseThrow().recipientsIn(HeldState.HELD))
                .containsExactly("bob@example.com");
        assertThat(heldFor()).contains("2");
        assertThat(held.recipients()).containsExactly("sales@example.com", "Ann@Example.com");
    }

    @Test
    void theAnswerSaysWhatWasDoneAndFindsItsThread() throws Exception {
        String receipt = hold("1", Category.SPAM, "ann@example.com");

        answer(token("ann@example.com"), "ann@example.com", PROVEN, receipt);
        assertThat(said()).contains(receipt + " is released");
        String source = new String(held.sent.get(1).source(), StandardCharsets.US_ASCII);
        assertThat(source).contains("Auto-Submitted: auto-replied", "In-Reply-To: <1@user.example>");
        answer(token("ann@example.com"), "ann@example.com", PROVEN, receipt);
        assertThat(said()).contains(receipt + " was released before");
        answer(token("ann@example.com"), "ann@example.com", PROVEN, "THSN-WEH6-BRBE, please");
        assertThat(said()).contains("THSN-WEH6-BRBE is not among the messages");
        answer(token("ann@example.com"), "ann@example.com", PROVEN, "please");
        assertThat(said()).contains("Nothing was released");
    }

    @Test
    void whyItStaysHeldIsSaidInTheReadersLanguage() throws Exception {
        held.protect("example.com", "boss@example.com");
        held.setFor("ann", "language", "de");
        held.set("administratorsMayRelease", "spam");
        String virus = hold("1", Category.VIRUS, "info@example.com");
        held.setFor("info", "language", "de");

        answer(token("info@example.com"), "info@example.com", PROVEN, virus);

        assertThat(said()).contains(virus + " darf nur ein Administrator freigeben");
    }

    @Test
    void aForgedAnswerReleasesNothingAndTheOwnerHearsOfIt() throws Exception {
        String receipt = hold("1", Category.SPAM, "ann@example.com");

        answer(token("ann@example.com"), "ann@example.com", Authentication.none(), receipt);
        assertThat(heldFor()).containsExactly("1");
        assertThat(said()).contains("nothing proves that you wrote it");
        assertThat(held.recipients()).containsExactly("ann@example.com");
    }

    @Test
    void aStrangerGetsNeitherMailNorAnswer() {
        String receipt = hold("1", Category.SPAM, "ann@example.com");

        answer(token("ann@example.com"), "bob@example.com", PROVEN, receipt);
        answer("a".repeat(40), "ann@example.com", PROVEN, receipt);
        answer(
                held.links.issue(new Link(
                        Link.Kind.SHOW,
                        "ann@example.com",
                        "",
                        held.clock().instant().plusSeconds(60))),
                "ann@example.com",
                PROVEN,
                receipt);
        String old = token("ann@example.com");
        held.later(Duration.ofHours(2));
        answer(old, "ann@example.com", PROVEN, receipt);

        assertThat(heldFor()).containsExactly("1");
        assertThat(held.sent).isEmpty();
    }

    @Test
    void whatIsHeldForOthersIsAsIfItWereNotThere() throws Exception {
        String receipt = hold("1", Category.SPAM, "bob@example.com");

        answer(token("ann@example.com"), "ann@example.com", PROVEN, receipt);

        assertThat(heldFor()).containsExactly("1");
        assertThat(said()).contains("is not among the messages");
    }

    @Test
    void whatAUserMayNotReleaseIsAskedFor() throws Exception {
        String receipt = hold("1", Category.PHISHING, "ann@example.com");

        answer(token("ann@example.com"), "ann@example.com", PROVEN, receipt);

        assertThat(heldFor()).containsExactly("1");
        assertThat(said()).contains("may be released by an administrator only");
        assertThat(held.recipients()).containsExactly("boss@example.com", "ann@example.com");
    }

    @Test
    void anAdministratorAnswersForASharedMailbox() {
        held.set("sharedMailboxes", "info");
        String receipt = hold("1", Category.PHISHING, "info@example.com");

        answer(token("info@example.com"), "info@example.com", PROVEN, receipt);
        assertThat(heldFor()).containsExactly("1");
        answer(token("info@example.com"), "boss@example.com", PROVEN, receipt);
        assertThat(heldFor()).isEmpty();
    }

    @Test
    void manyReceiptsAreBounded() throws Exception {
        String all = IntStream.range(0, 30)
                .mapToObj(i -> hold("k" + i, Category.SPAM, "ann@example.com"))
                .collect(Collectors.joining("\n"));

        answer(token("ann@example.com"), "ann@example.com", PROVEN, all);

        assertThat(heldFor()).hasSize(10);
        assertThat(said()).contains("More receipts than 20");
    }
}
