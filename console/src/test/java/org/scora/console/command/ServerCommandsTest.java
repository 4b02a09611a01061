package org.scora.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.LoopbackPorts;
import org.scora.console.GatewayStatus;
import org.scora.console.TestGateway;
import org.scora.console.admin.DomainView;
import org.scora.console.admin.HeldView;
import org.scora.domain.DomainState;
import org.scora.message.Json;
import org.scora.people.RunningServer;
import org.scora.policy.ListEntry;
import org.scora.score.Category;

class ServerCommandsTest {
    private static TestGateway gateway;

    @BeforeAll
    static void start(@TempDir Path home) {
        gateway = new TestGateway(home);
    }

    @BeforeEach
    void forgetAll() {
        gateway.forgetAll();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static Ran scora(String words) {
        return Ran.scora(gateway.home, words.split(" "));
    }

    private static Ran works(String words) {
        Ran ran = scora(words);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exitCode()).isZero();
        return ran;
    }

    @Test
    void aDomainIsAddedShownSuspendedActivatedAndRemoved() {
        assertThat(works(
                                "domain add Example.com --route mail.example.com:2526 --route 192.0.2.7 --admin You@example.com")
                        .out())
                .contains("example.com is protected", "mail.example.com:2526, then 192.0.2.7:25", "mailboxes import");
        assertThat(works("domain list").out()).contains("DOMAIN", "example.com", "active", "listed");
        assertThat(works("domain show example.com").out())
                .contains("mail is taken", "you@example.com", "listed: 0 mailboxes");
        assertThat(works("domain suspend example.com").out()).contains("put off", "scora domain activate example.com");
        assertThat(gateway.domains.find("example.com").orElseThrow().state()).isEqualTo(DomainState.SUSPENDED);
        assertThat(works("domain activate example.com").out()).contains("taken from now on");
        assertThat(works("domain remove example.com --yes").out()).contains("not protected any more");
        assertThat(works("domain list").out()).contains("No domain is protected yet", "scora domain add");
    }

    @Test
    void aPendingDomainSaysHowToTakeItLive() {
        assertThat(works("domain add example.com --route a.example --accept-any --pending")
                        .out())
                .contains("any mailbox", "not taken yet", "scora domain activate example.com");
        assertThat(gateway.domains.find("example.com").orElseThrow().state()).isEqualTo(DomainState.PENDING);
    }

    @Test
    void aDomainIsNotRemovedByAccident() {
        gateway.protect("example.com");

        Ran ran = scora("domain remove example.com");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("--yes");
        assertThat(gateway.domains.find("example.com")).isPresent();
    }

    @Test
    void thousandsOfMailboxesComeFromAFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("mailboxes.txt");
        List<String> names =
                IntStream.range(0, 12_000).mapToObj(number -> "user" + number).toList();
        Files.writeString(file, "\ufeff# our people\n\n  Info@example.com \n" + String.join("\r\n", names) + "\n");

        works("domain add example.com --route a.example --mailboxes " + file);

        assertThat(gateway.domains.mailboxes("example.com")).hasSize(12_001).contains("info", "user0", "user11999");
    }

    @Test
    void aMailboxFileThatIsNotThereIsSaidBeforeAnythingIsDone() {
        Ran ran = scora("domain add example.com --route a.example --mailboxes nowhere.txt");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("There is no file nowhere.txt");
        assertThat(gateway.domains.all()).isEmpty();
    }

    @Test
    void aMailboxFileThatIsNoTextIsRefused(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("list.xls"), new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11});

        assertThat(scora("domain add example.com --route a.example --mailboxes " + file)
                        .err())
                .contains("not text in UTF-8");
    }

    @Test
    void whatTheServerRefusesIsSaidWithTheRemedy() {
        Ran ran = scora("domain add example.com --route 127.0.0.1:" + TestGateway.SMTP_PORT);

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err())
                .contains("circles", "Name the domain's own mail server")
                .doesNotContain("Exception");
        assertThat(scora("domain show other.example").err())
                .contains("Other.example is not protected here", "scora domain add");
    }

    @Test
    void theListOfAUserIsSeenAndChanged() {
        gateway.protect("users.example");

        assertThat(works("list allow add friend@partner.example --domain users.example --user ann")
                        .out())
                .contains("to ann@users.example is let through when its sender is proven");
        assertThat(works("list allow show --domain users.example --user Ann").out())
                .contains("friend@partner.example", "proven senders");
        assertThat(works("list allow show --domain users.example").out()).contains("Nobody is on the allowlist");
        assertThat(works("list changes --domain users.example").out()).contains("ann@users.example", "added");
        assertThat(works("list allow remove friend@partner.example --domain users.example --user ann")
                        .out())
                .contains("not on the allowlist of ann@users.example any more");
        String newest = works("list changes --domain users.example")
                .out()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .split(" ")[0];
        assertThat(works("list undo " + newest).out())
                .contains("as it was before on the allowlist of ann@users.example");
        assertThat(gateway.lists.ofUser("users.example", "ann"))
                .extracting(ListEntry::pattern)
                .containsExactly("friend@partner.example");
        assertThat(works("list block show --domain users.example --user ann").out())
                .contains("scora list block add friend@partner.example --domain users.example --user ann");
    }

    @Test
    void sendersAreAllowedAndBlocked() {
        gateway.protect("example.com");

        assertThat(works("list allow add friend@partner.example --domain example.com --until 2027-01-31 --note why")
                        .out())
                .contains("let through when its sender is proven");
        assertThat(works("list allow add 192.0.2.0/24 --domain example.com --even-unauthenticated")
                        .out())
                .contains("proves nothing");
        assertThat(works("list block add spam.example --domain example.com").out())
                .contains("is held");
        assertThat(works("list allow show --domain example.com").out())
                .contains("friend@partner.example", "proven senders", "2027-02-01 00:00", "why", "192.0.2.0/24")
                .doesNotContain("spam.example");
        assertThat(works("list block show --domain example.com").out())
                .contains("spam.example", "for ever")
                .doesNotContain("partner.example");
        assertThat(works("list allow remove 192.0.2.0/24 --domain example.com").out())
                .contains("not on the allowlist");
        assertThat(gateway.lists.of("example.com"))
                .extracting(ListEntry::pattern)
                .doesNotContain("192.0.2.0/24");
    }

    @Test
    void anEmptyListSaysHowToFillIt() {
        gateway.protect("example.com");

        assertThat(works("list block show --domain example.com").out()).contains("scora list block add");
        Ran ran = scora("list block remove spam.example --domain example.com");
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("not on the blocklist");
    }

    @Test
    void aHeldMessageWhoseContentIsGoneIsNamedWithWhatCanBeDone() throws IOException {
        gateway.protect("example.com");
        gateway.hold("Mail1", "4QX7-M2DA-9KTW", "info@example.com", "Your invoice");
        Files.delete(gateway.contentOf("Mail1"));

        Ran ran = scora("quarantine release 4QX7-M2DA-9KTW");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out())
                .contains("can not be sent to info@example.com", "file " + gateway.contentOf("Mail1"), "from a backup")
                .doesNotContain("on its way");
    }

    @Test
    void aHeldMessageIsFoundShownAndReleasedOnce() {
        gateway.protect("example.com");
        gateway.hold("Mail1", "4QX7-M2DA-9KTW", "info@example.com", "Your invoice");

        assertThat(works("quarantine list").out())
                .contains("4QX7-M2DA-9KTW", "info@example.com", "Your invoice", "4.2");
        assertThat(works("quarantine show 4qx7m2da9ktw").out())
                .contains("phishing", "from which phishing is quarantined");
        assertThat(works("quarantine release 4QX7-M2DA-9KTW").out()).contains("on its way to info@example.com");
        assertThat(works("quarantine release 4QX7-M2DA-9KTW").out()).contains("released before", "not sent again");
        assertThat(gateway.sent).hasSize(1);
        assertThat(works("quarantine list").out()).contains("(released)");
    }

    @Test
    void whatIsReleasedIsLearnedAsWantedMailButAVirusIsNot() {
        gateway.protect("example.com");
        long before = gateway.model.learner().lessons();
        gateway.hold("Mail1", "4QX7-M2DA-9KTW", "info@example.com", "A tool", Category.VIRUS);
        gateway.hold("Mail2", "5QX7-M2DA-9KTW", "info@example.com", "Only for this test");

        assertThat(scora("quarantine release 4QX7-M2DA-9KTW").out()).contains("a reason has to be given");
        assertThat(gateway.sent).isEmpty();
        assertThat(works("quarantine release 4QX7-M2DA-9KTW --reason tests").out())
                .contains("on its way")
                .doesNotContain("learned");
        assertThat(gateway.model.learner().lessons()).isEqualTo(before);
        assertThat(works("quarantine release 5QX7-M2DA-9KTW").out()).contains("learned as wanted mail");

        assertThat(gateway.model.learner().lessons()).isEqualTo(before + 1);
        assertThat(works("learn log").out()).contains("(scora command)  ham  learned");
    }

    @Test
    void aFullPageNamesThePlaceWhereTheNextBegins() {
        gateway.protect("example.com");
        gateway.hold("Mail1", "4QX7-M2DA-9KTW", "info@example.com", "First invoice");
        gateway.hold("Mail2", "5QX7-M2DA-9KTW", "info@example.com", "Second invoice");

        String page = works("quarantine search --subject invoice --limit 1").out();

        assertThat(page).contains("Second invoice").doesNotContain("First invoice");
        String place = page.lines()
                .filter(line -> line.contains("--after "))
                .map(line -> line.substring(line.indexOf("--after ")))
                .findFirst()
                .orElseThrow();
        assertThat(works("quarantine search --subject invoice --limit 1 " + place)
                        .out())
                .contains("First invoice")
                .doesNotContain("Second invoice");
        assertThat(scora("quarantine search --after nowhere").err()).contains("is no place");
    }

    @Test
    void whatIsAskedForSomebodyElseIsRefusedInWords() {
        gateway.protect("example.com");
        gateway.hold("Mail1", "4QX7-M2DA-9KTW", "info@example.com", "Hello");

        assertThat(scora("quarantine delete 4QX7-M2DA-9KTW --to bob@example.com")
                        .err())
                .contains("did not come for bob@example.com");
        assertThat(scora("quarantine request 4QX7-M2DA-9KTW --user bob@example.com")
                        .err())
                .contains("did not come for bob@example.com");
        assertThat(scora("quarantine approve 99").err()).contains("There is no request 99");
        assertThat(scora("list undo 99").err()).contains("There is no change 99");
    }

    @Test
    void anEmptyQuarantineSaysSo() {
        assertThat(works("quarantine list --domain example.com").out())
                .isEqualTo("No message is in quarantine for example.com.\n");
        Ran ran = scora("quarantine show 0000-0000-0000");
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("scora quarantine list");
    }

    @Test
    void aStrangersSubjectCanNotSteerTheTerminal() {
        gateway.hold("Mail1", "4QX7-M2DA-9KTW", "info@example.com", "a\u001b[2Jb\u202ec\u0007\u009b31m\r\nd");

        String out = works("quarantine list").out();

        assertThat(out.chars().filter(letter -> letter != '\n')).noneMatch(Character::isISOControl);
        assertThat(out).doesNotContain("\u202e");
        assertThat(out.lines().filter(line -> line.contains("4QX7"))).hasSize(1);
    }

    @Test
    void columnsStandUnderTheirHeadsInEveryScript() {
        gateway.protect("example.com");
        gateway.protect("xn--bcher-kva.example");

        List<String> lines = works("domain list").out().lines().toList();

        int column = lines.get(0).indexOf("STATE");
        assertThat(lines.subList(1, 3)).allMatch(line -> line.startsWith("active", column));
    }

    @Test
    void aReportIsSent() {
        gateway.protect("example.com");

        assertThat(works("report send example.com --days 1 --to me@example.org").out())
                .contains("the last 1 day is on its way to me@example.org");
        assertThat(works("report send example.com").out()).contains("admin@example.com");
        assertThat(gateway.sent).hasSize(2);
    }

    @Test
    void theStatusIsTold() {
        gateway.protect("example.com");

        assertThat(works("status").out()).contains("Scora 0.1.0", "mx1.gateway.example", "1 active", "answers");
    }

    @Test
    void programsGetJson() {
        gateway.protect("example.com");
        gateway.hold("Mail1", "4QX7-M2DA-9KTW", "info@example.com", "a\u001b[2Jb");

        assertThat(Json.read(works("domain list --json").out(), DomainView[].class))
                .extracting(DomainView::name)
                .containsExactly("example.com");
        assertThat(Json.read(works("domain show example.com --json").out(), DomainShow.Everything.class)
                        .domain()
                        .name())
                .isEqualTo("example.com");
        assertThat(Json.read(works("status --json").out(), GatewayStatus.class).healthy())
                .isTrue();
        Ran held = works("quarantine list --json");
        assertThat(Json.read(held.out(), HeldView[].class)).hasSize(1);
        assertThat(held.out()).doesNotContain("\u001b");
    }

    @Test
    void aWrongTokenIsExplained(@TempDir Path other) throws IOException {
        Files.createDirectories(other.resolve("var"));
        Files.writeString(other.resolve("var/admin-token"), "0".repeat(64));
        new RunningServer(ProcessHandle.current().pid(), 25, gateway.port(), 8080).announce(other.resolve("var"));

        Ran ran = Ran.scora(other, "domain", "list");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("does not accept the token in").contains("admin-token");
    }

    @Test
    void aServerWithoutATokenIsExplained(@TempDir Path other) {
        new RunningServer(ProcessHandle.current().pid(), 25, gateway.port(), 8080).announce(other.resolve("var"));

        assertThat(Ran.scora(other, "domain", "list").err()).contains("There is no token in");
    }

    @Test
    void aServerThatDoesNotAnswerIsExplained(@TempDir Path other) throws IOException {
        Files.createDirectories(other.resolve("var"));
        Files.writeString(other.resolve("var/admin-token"), "0".repeat(64));
        try (LoopbackPorts.Closed closed = LoopbackPorts.closed()) {
            new RunningServer(ProcessHandle.current().pid(), 25, closed.number(), 8080).announce(other.resolve("var"));

            Ran ran = Ran.scora(other, "domain", "list");

            assertThat(ran.exitCode()).isEqualTo(69);
            assertThat(ran.err()).contains("does not answer on port " + closed.number());
        }
    }

    @Test
    void noHostileArgumentReachesAnotherPath() {
        gateway.protect("example.com");

        for (String name : Arrays.asList("../status", "example.com/lists", "a?b=c", "%2e%2e", "a b", "")) {
            Ran ran = Ran.scora(gateway.home, "domain", "show", name);
            assertThat(ran.exitCode()).as(name).isEqualTo(1);
            assertThat(ran.err()).as(name).doesNotContain("Exception");
        }
    }

    @Test
    void whatWaitsIsListedByDomainAndOneByOneWithTheReason() {
        assertThat(works("queue list").out()).contains("No mail waits.", "2 mails more are due");
        gateway.queue.put("Mail1", "4QX7-M2DA-9KTW", "example.com");

        assertThat(works("queue list").out())
                .contains("example.com", "1", "451 4.4.1 can not be reached", "scora queue retry --domain");
        assertThat(works("queue list --domain example.com").out())
                .contains("4QX7-M2DA-9KTW", "alice@partner.example", "bob@example.com", "can not be reached");
        assertThat(works("queue list --domain example.org").out()).isEqualTo("No mail waits for example.org.\n");
        assertThat(works("queue list --json").out()).contains("\"domain\"", "\"example.com\"", "\"due\"");
        assertThat(works("queue show 4qx7m2da9ktw").out())
                .contains("Mail1", "2000 bytes", "Attempts:      3, the first");
    }

    @Test
    void whatWaitsIsTriedNowOrDropped() {
        gateway.queue.put("Mail1", "4QX7-M2DA-9KTW", "example.com");

        assertThat(works("queue retry --domain example.com").out()).contains("1 mail will be tried now");
        assertThat(works("queue retry Mail1").out()).contains("1 mail will be tried now");
        assertThat(works("queue drop Mail1 --reason mistake").out()).contains("1 mail is taken out", "nobody is told");
        assertThat(works("queue drop Mail1 --dsn --reason mistake").out()).contains("the sender is told");

        assertThat(gateway.queue.orders())
                .containsExactly(
                        "retry example.com", "retry Mail1", "drop Mail1 false mistake", "drop Mail1 true mistake");
    }

    @Test
    void mistypedQueueCommandsSayWhatIsMissing() {
        assertThat(scora("queue retry").err()).contains("--domain=DOMAIN", "ID");
        assertThat(scora("queue drop Mail1").err()).contains("--reason");
        Ran unknown = scora("queue show 0000-0000-0000");
        assertThat(unknown.exitCode()).isNotZero();
        assertThat(unknown.err()).contains("No mail 0000-0000-0000 waits", "scora queue list");
    }
}
