package org.scora.console.web.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scora.console.web.QuarantineSite.BOB;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.console.web.Browser;
import org.scora.console.web.Browser.Page;
import org.scora.console.web.QuarantineSite;
import org.scora.people.Link.Kind;
import org.scora.quarantine.HeldState;

class DecoyTest {
    private static final Pattern CODE = Pattern.compile("Your code is (\\d{6})");

    @TempDir
    private Path folder;

    private QuarantineSite site;

    @BeforeEach
    void open() {
        site = new QuarantineSite(folder);
        site.hold("mail-1", "The offer");
        site.hold("mail-2", "Another offer");
    }

    @AfterEach
    void close() {
        site.close();
    }

    private String decoy() {
        return site.link(Kind.SHOW, "decoy");
    }

    private String code() {
        Matcher code = CODE.matcher(site.newestMail());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    /** Follows every link and sends every form that it finds, with every button, as long as there is something new. */
    private void crawl(Browser browser, List<String> links) {
        Deque<String> toOpen = new ArrayDeque<>(links);
        Set<String> seen = new HashSet<>();
        while (!toOpen.isEmpty() && seen.size() < 300) {
            String path = toOpen.poll();
            if (seen.add(path)) {
                Page page = browser.open(path);
                for (Element button : page.document().select("button")) {
                    if (seen.add(path + " " + button.outerHtml())) {
                        take(page.press(button.text(), "code", "123456", "address", BOB), toOpen);
                    }
                }
                take(page, toOpen);
            }
        }
        assertThat(seen).hasSizeGreaterThan(links.size());
    }

    private static void take(Page page, Deque<String> toOpen) {
        page.document().select("a[href], iframe[src]").forEach(link -> {
            URI target = URI.create(link.hasAttr("href") ? link.absUrl("href") : link.absUrl("src"));
            toOpen.add(target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery()));
        });
    }

    private List<String> digest() {
        return Stream.concat(
                        Stream.of(decoy()),
                        Stream.of("mail-1", "mail-2")
                                .flatMap(key -> Stream.of(
                                        site.link(Kind.RELEASE, key),
                                        site.link(Kind.RELEASE_AND_ALLOW, key),
                                        site.link(Kind.DELETE, key),
                                        site.link(Kind.SHOW, key))))
                .toList();
    }

    @Test
    void aCrawlerThatFollowsAndSendsEverythingChangesNothing() {
        crawl(site.machine(), digest());

        assertThat(site.state("mail-1")).isEqualTo(HeldState.HELD);
        assertThat(site.state("mail-2")).isEqualTo(HeldState.HELD);
        assertThat(site.database.senderLists().ofUser("example.com", "bob")).isEmpty();
    }

    @Test
    void aCrawlerThatNeverSeesTheDecoyInTheMailPressesTheOneOnThePage() {
        crawl(site.browser(), digest().subList(1, 9));

        assertThat(site.state("mail-1")).isEqualTo(HeldState.HELD);
        assertThat(site.state("mail-2")).isEqualTo(HeldState.HELD);
        assertThat(site.database.senderLists().ofUser("example.com", "bob")).isEmpty();
    }

    @Test
    void withoutAnyDecoyThatCrawlerWouldHaveReleased() {
        site.browser().open(site.link(Kind.RELEASE, "mail-1")).press("Release");

        assertThat(site.state("mail-1")).isNotEqualTo(HeldState.HELD);
    }

    @Test
    void whoPressesTheOnlyButtonFasterThanAPersonCanHasToPressAgainAndThenTypesACode() {
        Browser machine = site.machine();

        Page first = machine.open(site.link(Kind.RELEASE, "mail-1")).press("Release");
        assertThat(first.title()).isEqualTo("Press once more");
        assertThat(first.press("Go on").title()).isEqualTo("Press once more");
        assertThat(first.press("Go on").title()).isEqualTo("One more step");
        assertThat(site.state("mail-1")).isEqualTo(HeldState.HELD);
    }

    @Test
    void aPersonWhoWasFastPressesAgainAndIsDone() {
        Page page = site.browser().open(site.link(Kind.RELEASE_AND_ALLOW, "mail-1"));
        Page again = site.machine().open(site.link(Kind.RELEASE, "mail-2")).press("Release");
        assertThat(again.title()).isEqualTo("Press once more");
        site.clock.forward(Duration.ofMillis(1500));

        assertThat(again.press("Go on").title()).isEqualTo("The message is released");
        assertThat(page.press("Release, and let this sender through").title()).isEqualTo("The message is released");
    }

    @Test
    void nobodyGetsInOrTurnsDigestsOffByPressingAtOnce() {
        for (Kind kind : List.of(Kind.LOGIN, Kind.DIGEST_OFF)) {
            Page page = site.machine().open(site.link(kind, ""));

            assertThat(page.press(page.buttons().get(0)).title()).isEqualTo("Press once more");
        }
        assertThat(site.digest()).isEmpty();
    }

    @Test
    void aCrawlerThatForgetsItsCookiesChangesNothingEither() {
        digest().forEach(link -> {
            Page page = site.browser().open(link);
            page.buttons().forEach(page::press);
        });

        assertThat(site.state("mail-1")).isEqualTo(HeldState.HELD);
        assertThat(site.state("mail-2")).isEqualTo(HeldState.HELD);
    }

    @Test
    void aCrawlerThatFollowsTheLinkInALoginMailGetsNotIn() {
        Page asked = site.browser().open("/login").press("Mail me a link", "address", BOB);
        assertThat(asked.status()).isEqualTo(200);
        List<String> links = Pattern.compile("/l/[a-z2-7]{40}")
                .matcher(site.newestMail().replace("=\r\n", ""))
                .results()
                .map(found -> found.group())
                .distinct()
                .toList();
        assertThat(links).hasSize(2);
        Browser crawler = site.browser();

        // A person sees the first only.
        crawl(crawler, List.of(links.get(1), links.get(0)));

        assertThat(crawler.open("/held").title()).isEqualTo("Your quarantine");
    }

    @Test
    void aPersonWhoComesAfterAMachineActsWithTheCodeThatIsMailed() {
        site.browser().open(decoy());
        Browser person = site.browser();

        Page asked = person.open(site.link(Kind.RELEASE, "mail-1")).press("Release");
        assertThat(asked.title()).isEqualTo("One more step");
        assertThat(asked.text()).contains("mailed to " + BOB);
        assertThat(site.sent)
                .singleElement()
                .satisfies(mail -> assertThat(mail.recipients()).containsExactly(BOB));
        Page done = asked.press("Go on", "code", code());

        assertThat(done.title()).isEqualTo("The message is released");
        assertThat(person.open(site.link(Kind.RELEASE, "mail-2"))
                        .press("Release")
                        .title())
                .as("once is enough")
                .isEqualTo("The message is released");
    }

    @Test
    void aCodeIsForOneBrowserAndCanBeTriedFiveTimes() {
        site.browser().open(decoy());
        Page asked = site.browser().open(site.link(Kind.RELEASE, "mail-1")).press("Release");
        String code = code();
        String wrong = code.equals("000000") ? "000001" : "000000";

        assertThat(asked.press("Go on", "code", wrong).text()).contains("You can try 4 times more");
        assertThat(asked.press("Go on", "code", wrong).text()).contains("You can try 3 times more");
        assertThat(asked.press("Go on", "code", wrong).text()).contains("You can try 2 times more");
        assertThat(asked.press("Go on", "code", wrong).text()).contains("You can try once more");
        assertThat(asked.press("Go on", "code", wrong).text()).contains("not good any more");
        assertThat(asked.press("Go on", "code", code).title()).isEqualTo("One more step");
        assertThat(site.state("mail-1")).isEqualTo(HeldState.HELD);
    }

    @Test
    void aCodeIsGoodForTenMinutes() {
        site.browser().open(decoy());
        Page asked = site.browser().open(site.link(Kind.RELEASE, "mail-1")).press("Release");
        String code = code();
        site.clock.forward(Duration.ofMinutes(10));

        assertThat(asked.press("Go on", "code", code).title()).isEqualTo("One more step");
        assertThat(site.state("mail-1")).isEqualTo(HeldState.HELD);
    }

    @Test
    void nobodyIsMailedMoreThanAFewCodes() {
        site.browser().open(decoy());
        String link = site.link(Kind.RELEASE, "mail-1");

        for (int time = 0; time < 12; time++) {
            site.browser().open(link).press("Release");
        }

        assertThat(site.sent).hasSize(5);
    }

    @Test
    void afterHalfAnHourEverybodyIsTrustedAgain() {
        site.browser().open(decoy());
        site.clock.forward(Duration.ofMinutes(30));

        assertThat(site.browser()
                        .open(site.link(Kind.RELEASE, "mail-1"))
                        .press("Release")
                        .title())
                .isEqualTo("The message is released");
    }

    @Test
    void whatABrowserFetchesAheadIsNoSignOfAMachine() {
        site.browser().open(decoy(), "Sec-Purpose", "prefetch;prerender");

        assertThat(site.browser()
                        .open(site.link(Kind.RELEASE, "mail-1"))
                        .press("Release")
                        .title())
                .isEqualTo("The message is released");
    }

    @Test
    void theDecoyOfOneMailboxDoesNotBurdenAnotherFromElsewhere() {
        site.browser().open(decoy());

        assertThat(site.database.marks().any(List.of("machine mailbox ann@example.com")))
                .isFalse();
        assertThat(site.database.marks().any(List.of("machine mailbox " + BOB))).isTrue();
    }

    @Test
    void aDecoyThatIsOldStillTellsAMachine() {
        String decoy = decoy();
        site.clock.forward(Duration.ofDays(8));
        site.browser().open(decoy);

        assertThat(site.browser()
                        .open(site.link(Kind.RELEASE, "mail-1"))
                        .press("Release")
                        .title())
                .isEqualTo("One more step");
    }
}
