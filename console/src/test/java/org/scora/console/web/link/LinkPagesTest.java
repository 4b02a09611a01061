package org.scora.console.web.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scora.console.web.QuarantineSite.BOB;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scora.audit.AuditLine;
import org.scora.console.web.Browser;
import org.scora.console.web.Browser.Page;
import org.scora.console.web.QuarantineSite;
import org.scora.people.Link;
import org.scora.people.Link.Kind;
import org.scora.policy.ListEntry;
import org.scora.quarantine.HeldState;
import org.scora.score.Category;

class LinkPagesTest {
    private static final String ALLOW = "Release, and let this sender through";

    @TempDir
    private Path folder;

    private QuarantineSite site;

    @BeforeEach
    void open() {
        site = new QuarantineSite(folder);
        site.hold("mail-1", "The offer");
    }

    @AfterEach
    void close() {
        site.close();
    }

    private String audit() {
        return site.database.auditLog().find(Optional.empty(), Instant.EPOCH, 50).stream()
                .map(AuditLine::toString)
                .reduce("", (one, other) -> one + "\n" + other);
    }

    @Test
    void lookingAtALinkShowsWhatWillHappenAndDoesNothing() {
        Page page = site.browser().open(site.link(Kind.RELEASE, "mail-1"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.title()).isEqualTo("Release this message?");
        assertThat(page.text())
                .contains("someone@sender.example", "The offer", "It is delivered to you as it came")
                .contains("The score 4.2 reaches 3.0 (normal), from which spam is quarantined.");
        assertThat(page.buttons()).containsExactly("Release");
        assertThat(site.state("mail-1")).isEqualTo(HeldState.HELD);
    }

    @Test
    void thePressOfTheButtonReleasesOnceAndTheLinkIsUsedUp() {
        String link = site.link(Kind.RELEASE, "mail-1");
        Browser browser = site.browser();
        Page asked = browser.open(link);

        Page done = asked.press("Release");
        Page again = asked.press("Release");

        assertThat(done.title()).isEqualTo("The message is released");
        assertThat(done.text()).contains("on its way to " + BOB);
        assertThat(again.status()).isEqualTo(410);
        assertThat(browser.open(link).title()).isEqualTo("This link was used");
        assertThat(site.sent).hasSize(1);
        assertThat(audit()).contains("link from 127.0.0.1", "the link was used before");
    }

    @Test
    void twoWhoPressAtOnceDeliverOnce() {
        String link = site.link(Kind.RELEASE, "mail-1");
        Page one = site.browser().open(link);
        Page other = site.browser().open(link);

        java.util.stream.Stream.of(one, other).parallel().forEach(page -> page.press("Release"));

        assertThat(site.sent).hasSize(1);
    }

    @Test
    void aLinkCanAllowTheSenderToo() {
        Page done =
                site.browser().open(site.link(Kind.RELEASE_AND_ALLOW, "mail-1")).press(ALLOW);

        assertThat(done.text())
                .contains("Mail from someone@sender.example to bob@example.com is let through for a year")
                .contains("To undo that, log in");
        assertThat(site.database.senderLists().ofUser("example.com", "bob"))
                .extracting(ListEntry::kind, ListEntry::pattern)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(ListEntry.Kind.ALLOW, "someone@sender.example"));
    }

    @Test
    void whoMayNotAllowSendersCanStillReleaseByThatLink() {
        site.set("usersMayAllowSenders", "false");

        Page page = site.browser().open(site.link(Kind.RELEASE_AND_ALLOW, "mail-1"));

        assertThat(page.buttons()).containsExactly("Release");
        assertThat(page.press("Release").title()).isEqualTo("The message is released");
        assertThat(site.database.senderLists().of("example.com")).isEmpty();
    }

    @Test
    void aLinkDeletes() {
        Page page = site.browser().open(site.link(Kind.DELETE, "mail-1"));

        assertThat(page.title()).isEqualTo("Delete this message?");
        assertThat(page.press("Delete").title()).isEqualTo("The message is deleted");
        assertThat(site.state("mail-1")).isEqualTo(HeldState.DELETED);
    }

    @Test
    void whatAUserMayNotReleaseIsAskedFor() {
        site.hold("mail-2", BOB, "Your account", Category.PHISHING);
        Page page = site.browser().open(site.link(Kind.RELEASE, "mail-2"));

        Page asked = page.press("Ask the administrator to release it", "note", "I wait for it");

        assertThat(page.buttons()).containsExactly("Ask the administrator to release it");
        assertThat(asked.title()).isEqualTo("The administrator is asked");
        assertThat(site.state("mail-2")).isEqualTo(HeldState.HELD);
        assertThat(site.sent)
                .singleElement()
                .satisfies(mail -> assertThat(mail.recipients()).containsExactly("admin@example.com"));
        assertThat(site.newestMail()).contains("I wait for it");
    }

    @Test
    void aLinkForOneThingDoesNoOther() {
        Page page = site.browser().open(site.link(Kind.RELEASE, "mail-1"));

        assertThat(page.press("Release", "do", "delete").status()).isEqualTo(403);
        assertThat(page.press("Release", "do", "delete-and-block").status()).isEqualTo(403);
        assertThat(page.press("Release", "do", "release-and-allow").status()).isEqualTo(403);
        assertThat(page.press("Release", "do", "nonsense").status()).isEqualTo(403);
        assertThat(site.state("mail-1")).isEqualTo(HeldState.HELD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "OPTIONS", "PUT", "DELETE", "TRACE", "PATCH", "POST"})
    void noMethodActsByItself(String method) {
        site.browser().ask(method, site.link(Kind.RELEASE, "mail-1"));

        assertThat(site.state("mail-1")).isEqualTo(HeldState.HELD);
    }

    @Test
    void aFormFromElsewhereDoesNothing() {
        String link = site.link(Kind.RELEASE, "mail-1");
        Browser browser = site.browser();
        String form = browser.open(link).document().select("input[name=form]").val();
        Map<String, String> fields = Map.of("do", "release", "form", form);
        site.clock.forward(Duration.ofSeconds(3));

        assertThat(browser.post(link, Map.of("do", "release")).status()).isEqualTo(403);
        assertThat(browser.post(link, fields, "Sec-Fetch-Site", "cross-site").status())
                .isEqualTo(403);
        assertThat(browser.post(link, fields, "Origin", "https://evil.example").status())
                .isEqualTo(403);
        assertThat(browser.post(link, fields, "Origin", "null").status()).isEqualTo(403);
        assertThat(site.browser().post(link, fields).status()).isEqualTo(403);
        assertThat(site.state("mail-1")).isEqualTo(HeldState.HELD);
        assertThat(browser.post(link, fields, "Origin", "http://127.0.0.1:8080").status())
                .isEqualTo(200);
    }

    @Test
    void theFormOfOneLinkIsNoneOfAnother() {
        site.hold("mail-2", "Another offer");
        Browser browser = site.browser();
        String form = browser.open(site.link(Kind.RELEASE, "mail-1"))
                .document()
                .select("input[name=form]")
                .val();

        Page other = browser.post(site.link(Kind.RELEASE, "mail-2"), Map.of("do", "release", "form", form));

        assertThat(other.status()).isEqualTo(403);
        assertThat(site.state("mail-2")).isEqualTo(HeldState.HELD);
    }

    @Test
    void linksThatAreOverSaySoAndWhatToDo() {
        String old = site.link(Kind.RELEASE, "mail-1");
        site.clock.forward(Duration.ofDays(8));
        assertThat(site.browser().open(old).title()).isEqualTo("This link is too old");
        String revoked = site.link(Kind.DELETE, "mail-1");
        site.links.revokeOf(BOB);

        assertThat(site.browser().open(revoked).title()).isEqualTo("This link is void");
        assertThat(site.browser().open(revoked).document().select("main a").attr("href"))
                .isEqualTo("/login");
        assertThat(audit()).contains("the link's time was over", "the link was void");
    }

    @Test
    void aLinkThatWasFollowedAThousandTimesStandsOnceInTheAuditLog() {
        String old = site.link(Kind.RELEASE, "mail-1");
        site.links.revokeOf(BOB);

        for (int time = 0; time < 20; time++) {
            site.browser().open(old);
        }

        assertThat(audit().split("the link was void", -1)).hasSize(2);
    }

    @Test
    void tamperedAndUnknownLinksDoNothing() {
        String link = site.link(Kind.RELEASE, "mail-1");
        String token = link.substring(3);
        char other = token.charAt(39) == 'a' ? 'b' : 'a';

        for (String path : new String[] {
            "/l/" + token.substring(0, 39) + other,
            "/l/" + token.substring(1),
            "/l/" + token + "a",
            "/l/",
            "/l//" + token,
            link + "/",
            link + "/x",
            link + "//preview",
            "/l/%2e%2e/l/" + token
        }) {
            assertThat(site.browser().open(path).title()).as(path).isEqualTo("There is no such link");
        }
        assertThat(site.state("mail-1")).isEqualTo(HeldState.HELD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//l/", "/./l/", "/L/", "/x/../l/"})
    void otherWaysToWriteALinkActNotEither(String prefix) throws IOException {
        String token = site.link(Kind.RELEASE, "mail-1").substring(3);
        try (Socket socket = new Socket("127.0.0.1", site.console.port())) {
            String body = "do=release";
            socket.getOutputStream()
                    .write(("POST " + prefix + token + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                                    + body.length()
                                    + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();

            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).doesNotContain("200 OK");
        }
        assertThat(site.state("mail-1")).isEqualTo(HeldState.HELD);
    }

    @Test
    void aLinkWorksWhenAMailProgramLoweredOrRaisedItsCase() {
        String link = "/l/" + site.link(Kind.RELEASE, "mail-1").substring(3).toUpperCase(java.util.Locale.ROOT);

        assertThat(site.browser().open(link).press("Release").title()).isEqualTo("The message is released");
    }

    @Test
    void whoIsLoggedInAsSomebodyElseCanNotUseALink() {
        site.hold("mail-2", "ann@example.com", "For Ann", Category.SPAM);
        String anns = "/l/"
                + site.links.issue(new Link(
                        Kind.RELEASE,
                        "ann@example.com",
                        "mail-2",
                        site.clock.instant().plusSeconds(600)));
        Browser bob = site.bob();

        Page page = bob.open(anns);

        assertThat(page.title()).isEqualTo("This link is for another mailbox");
        assertThat(page.text()).doesNotContain("For Ann");
        assertThat(audit()).contains("bob@example.com is logged in");
    }

    @Test
    void aLinkToOneMailboxReachesNoOthersMessage() {
        site.hold("mail-2", "ann@example.com", "For Ann", Category.SPAM);

        Page page = site.browser().open(site.link(Kind.RELEASE, "mail-2"));

        assertThat(page.title()).isEqualTo("There is no such message");
        assertThat(page.text()).doesNotContain("For Ann");
    }

    @Test
    void aLinkShowsOneMessageWithAllThatCanBeDoneWithIt() {
        String link = site.link(Kind.SHOW, "mail-1");
        Page page = site.browser().open(link);

        assertThat(page.text())
                .contains("The offer", "the offer ends today", "shows bank.example, leads to bad.example");
        assertThat(page.buttons())
                .containsExactly(
                        "Release",
                        "Release, and let this sender through",
                        "Release, and teach that it is not spam",
                        "Delete",
                        "Delete, and hold mail from this sender",
                        "Report as spam, and delete");
        assertThat(page.press("Report as spam, and delete").title()).isEqualTo("The message is deleted");
        assertThat(site.browser().open(link).status()).isEqualTo(410);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"SHOW", "RELEASE", "DELETE", "RELEASE_AND_ALLOW", "REPLY"})
    void noOtherLinkLetsIn(Kind kind) {
        Browser browser = site.browser();
        browser.open(site.link(kind, "mail-1"));

        assertThat(browser.open("/held").title()).isEqualTo("Your quarantine");
    }

    @Test
    void theListsOfHeldMailAreTurnedOffByAButton() {
        Page page = site.browser().open(site.link(Kind.DIGEST_OFF, ""));

        assertThat(site.digest()).isEmpty();
        assertThat(page.press("Send no more lists").title()).isEqualTo("The lists are off");
        assertThat(site.digest()).hasValue("none");
    }

    @Test
    void aMailProgramTurnsThemOffWithoutCookieAndForm() {
        String link = site.link(Kind.DIGEST_OFF, "");

        Page done = site.browser().post(link, Map.of("List-Unsubscribe", "One-Click"), "Sec-Fetch-Site", "cross-site");
        Page again = site.browser().post(link, Map.of("List-Unsubscribe", "One-Click"));

        assertThat(done.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(200);
        assertThat(site.digest()).hasValue("none");
    }

    @Test
    void aMailProgramMaySendItAsMultipart() throws IOException {
        String body = "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n";
        try (Socket socket = new Socket("127.0.0.1", site.console.port())) {
            socket.getOutputStream()
                    .write(("POST " + site.link(Kind.DIGEST_OFF, "") + " HTTP/1.1\r\nHost: localhost\r\n"
                                    + "Connection: close\r\nContent-Type: multipart/form-data; boundary=b\r\n"
                                    + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200");
        }
        assertThat(site.digest()).hasValue("none");
    }

    @Test
    void oneClickActsOnNoOtherLink() {
        site.browser().post(site.link(Kind.RELEASE, "mail-1"), Map.of("List-Unsubscribe", "One-Click"));

        assertThat(site.state("mail-1")).isEqualTo(HeldState.HELD);
        assertThat(site.digest()).isEmpty();
    }
}
