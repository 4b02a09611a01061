package org.scora.mailets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Mail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.check.known.KnownHosts;
import org.scora.domain.DomainState;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.RecipientPolicy;
import org.scora.domain.RouteHost;
import org.scora.learn.Learner;
import org.scora.learn.SiteModel;
import org.scora.message.OutgoingMail;
import org.scora.people.Link;
import org.scora.people.LinkAddress;
import org.scora.people.LinkTokens;
import org.scora.people.Links;
import org.scora.quarantine.FileContentStore;
import org.scora.quarantine.HeldActions;
import org.scora.quarantine.HeldMessage;
import org.scora.quarantine.HeldState;
import org.scora.quarantine.Quarantine;
import org.scora.quarantine.Releases;
import org.scora.quarantine.RequestDesk;
import org.scora.quarantine.SenderChoice;
import org.scora.quarantine.VirusScan;
import org.scora.report.RequestMails;
import org.scora.report.Wordings;
import org.scora.report.digest.AnswerMails;
import org.scora.report.digest.ReleaseReplies;
import org.scora.report.digest.ReplyActions;
import org.scora.score.Category;

class ReleaseByReplyTest extends MailetTest {
    private static final String OWNER = "ann@example.org";
    private static final String RECEIPT = "4QX7-M2DA-9KTW";
    private static final String ANSWER = PLAIN + RECEIPT + "\r\n";

    private final List<OutgoingMail> sent = new ArrayList<>();
    private SiteModel model;
    private Quarantine quarantine;
    private Links links;
    private ReleaseReplies replies;

    @BeforeEach
    void holdOne(@TempDir Path folder) {
        database.protectedDomains()
                .save(new ProtectedDomain(
                        "example.org",
                        DomainState.ACTIVE,
                        List.of(RouteHost.parse("127.0.0.1:2526", 10)),
                        RecipientPolicy.ANY,
                        List.of()));
        links = database.links(new LinkTokens(new byte[32], new SecureRandom()));
        model = SiteModel.open(folder.resolve("model"), database.ledger(), Learner::shipped, CLOCK);
        quarantine = new Quarantine(database.heldMessages(), new FileContentStore(folder.resolve("held")));
        quarantine.hold(
                new HeldMessage(
                        "k",
                        RECEIPT,
                        Optional.empty(),
                        List.of(OWNER),
                        "Hi",
                        3.5,
                        Category.SPAM,
                        "",
                        CLOCK.instant(),
                        4,
                        "{}",
                        Optional.empty()),
                new ByteArrayInputStream("Hi\r\n".getBytes(StandardCharsets.US_ASCII)));
        HeldActions actions = new HeldActions(
                database.heldCopies(),
                quarantine,
                new Releases(
                        quarantine,
                        database.heldCopies(),
                        sent::add,
                        message -> new VirusScan.Answer.Clean(),
                        database.journal(),
                        CLOCK),
                database.senderLists(),
                new SenderChoice(database.protectedDomains(), KnownHosts.shipped()),
                model,
                database.protectedDomains(),
                database.effectiveSettings(),
                CLOCK);
        replies = replies(actions);
    }

    private ReleaseReplies replies(HeldActions actions) {
        return new ReleaseReplies(
                links,
                database.protectedDomains(),
                database.aliases(),
                database.effectiveSettings(),
                Wordings.shipped(),
                database.recipients(),
                new ReplyActions(
                        database.heldMessages(),
                        actions,
                        new RequestDesk(
                                database.releaseRequests(),
                                database.heldMessages(),
                                actions,
                                database.protectedDomains(),
                                new RequestMails(
                                        HOSTNAME, links, new LinkAddress(URI.create("https://q.example")), CLOCK),
                                sent::add,
                                CLOCK)),
                new AnswerMails(HOSTNAME, new LinkAddress(URI.create("https://q.example")), CLOCK),
                sent::add);
    }

    @AfterEach
    void closeModel() {
        model.close();
    }

    @Test
    void releasesWhatTheOwnerNames() throws Exception {
        answer(OWNER, ANSWER, "192.0.2.1");
        assertThat(isHeld()).isFalse();
        assertThat(sent).hasSize(2);
    }

    @Test
    void releasesNothingFromAServerThatTheOwnersDomainDoesNotName() throws Exception {
        answer(OWNER, ANSWER, "198.51.100.9");
        assertThat(isHeld()).isTrue();
        assertThat(sent).singleElement().satisfies(mail -> assertThat(mail.id()).startsWith("answer-"));
    }

    @Test
    void aProgramThatAnswersByItselfReleasesNothing() throws Exception {
        answer(OWNER, "Auto-Submitted: auto-replied\r\n" + ANSWER, "192.0.2.1");
        assertThat(isHeld()).isTrue();
        assertThat(sent).isEmpty();
    }

    private boolean isHeld() {
        return !quarantine.find("k").orElseThrow().recipientsIn(HeldState.HELD).isEmpty();
    }

    private void answer(String sender, String source, String client) throws Exception {
        String token =
                links.issue(new Link(Link.Kind.REPLY, OWNER, "", Instant.now().plusSeconds(3600)));
        MailImpl mail = mail(source, sender, "release+" + token + "@" + HOSTNAME);
        mail.setRemoteAddr(client);
        score().service(mail);
        ready(new ReleaseByReply(replies, gateway), Map.of()).service(mail);
        assertThat(mail.getState()).isEqualTo(Mail.GHOST);
    }
}
