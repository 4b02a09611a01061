package org.scora.console.web.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scora.console.web.QuarantineSite.BOB;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scora.console.web.Browser;
import org.scora.console.web.Browser.Page;
import org.scora.console.web.QuarantineSite;
import org.scora.people.Link.Kind;

class LoginTest {
    private static final String ASK = "Mail me a link";

    @TempDir
    private Path folder;

    private QuarantineSite site;

    @BeforeEach
    void open() {
        site = new QuarantineSite(folder);
    }

    @AfterEach
    void close() {
        site.close();
    }

    private Page ask(String address) {
        return site.browser().open("/login").press(ASK, "address", address);
    }

    private String mailedLink() {
        Matcher link = Pattern.compile("/l/[a-z2-7]{40}").matcher(site.newestMail());
        assertThat(link.find()).isTrue();
        return link.group();
    }

    @Test
    void aMailedLinkLetsInOnce() {
        assertThat(ask(BOB).title()).isEqualTo("Look into your mail");
        assertThat(site.sent)
                .singleElement()
                .satisfies(mail -> assertThat(mail.recipients()).containsExactly(BOB));
        Browser browser = site.browser();
        Page link = browser.open(mailedLink());

        assertThat(link.title()).isEqualTo("Log in?");
        Page inside = link.press("Log in");

        assertThat(inside.title()).isEqualTo("What is held for you");
        assertThat(inside.text()).contains(BOB);
        assertThat(link.press("Log in").status()).isEqualTo(410);
    }

    @Test
    void lookingAtTheLinkLetsNobodyIn() {
        Browser browser = site.browser();
        browser.open(site.link(Kind.LOGIN, ""));

        assertThat(browser.open("/held").title()).isEqualTo("Your quarantine");
        assertThat(browser.open("/lists").title()).isEqualTo("Your quarantine");
        assertThat(browser.open("/settings").title()).isEqualTo("Your quarantine");
        assertThat(browser.open("/held/message?key=mail-1").title()).isEqualTo("Your quarantine");
        assertThat(browser.open("/held/preview?key=mail-1").title()).isEqualTo("Your quarantine");
    }

    @Test
    void whoAsksIsToldTheSameWhetherThereIsSuchAMailboxOrNot() {
        String known = ask(BOB).text().replace(BOB, "X");

        for (String other : List.of("nobody@example.com", "bob@elsewhere.example", "postmaster@example.com")) {
            assertThat(ask(other).text().replace(other, "X")).as(other).isEqualTo(known);
        }
        assertThat(site.sent).hasSize(1);
    }

    @Test
    void anAliasGetsTheLinkToItsMailbox() {
        site.database.aliases().set("example.com", "robert", List.of("bob"));

        ask("Robert@example.com");

        assertThat(site.sent.get(0).recipients()).containsExactly(BOB);
    }

    @Test
    void anAddressThatLeadsToSeveralMailboxesGetsNone() {
        site.database.aliases().set("example.com", "team", List.of("ann", "bob"));

        ask("team@example.com");

        assertThat(site.sent).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "bob", "@example.com", "bob@", "bob@example.com\r\nBcc: x@y.example", "a b@example.com"})
    void whatIsNoAddressIsSaid(String text) {
        Page page = ask(text);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text()).contains("Write a mail address");
        assertThat(site.sent).isEmpty();
    }

    @Test
    void aLinkIsGoodForHalfAnHour() {
        ask(BOB);
        String link = mailedLink();
        site.clock.forward(Duration.ofMinutes(30));

        assertThat(site.browser().open(link).title()).isEqualTo("This link is too old");
    }

    @Test
    void nobodyIsMailedLinkAfterLink() {
        for (int time = 0; time < 8; time++) {
            ask(BOB);
        }

        assertThat(site.sent).hasSize(3);
        assertThat(ask(BOB).status()).isEqualTo(429);
        site.clock.forward(Duration.ofMinutes(30));
        assertThat(ask(BOB).status()).isEqualTo(200);
    }

    @Test
    void oneNetworkCanNotTryManyAddresses() {
        int asked = 0;
        while (asked < 100 && ask("user" + asked + "@example.com").status() == 200) {
            asked++;
        }

        assertThat(asked).isEqualTo(30);
    }

    @Test
    void theIdIsNewAfterTheLogin() {
        Browser browser = site.browser();
        Page link = browser.open(site.link(Kind.LOGIN, ""));
        String before = browser.cookie();

        link.press("Log in");

        assertThat(browser.cookie()).isNotEqualTo(before);
    }

    @Test
    void whoeverLaidACookieReadyIsNotLetInByItsNextUser() {
        Browser browser = site.browser();
        Page link = browser.open(site.link(Kind.LOGIN, ""));
        String laid = browser.cookie();
        link.press("Log in");

        Page page = site.browser().open("/held", "Cookie", "scora=" + laid);

        assertThat(page.title()).isEqualTo("Your quarantine");
    }

    @Test
    void whoLogsOutIsOut() {
        Browser browser = site.bob();
        String id = browser.cookie();

        Page out = browser.open("/held").press("Log out");

        assertThat(out.title()).isEqualTo("Your quarantine");
        assertThat(browser.cookie()).isNotEqualTo(id);
        assertThat(site.browser().open("/held", "Cookie", "scora=" + id).title())
                .isEqualTo("Your quarantine");
    }

    @Test
    void anotherSiteCanNotLogOut() {
        Browser browser = site.bob();

        browser.post("/logout", java.util.Map.of());

        assertThat(browser.open("/held").title()).isEqualTo("What is held for you");
    }

    @Test
    void whoDoesNothingForEightHoursIsOut() {
        Browser browser = site.bob();
        site.clock.forward(Duration.ofHours(7));
        assertThat(browser.open("/held").title()).isEqualTo("What is held for you");
        site.clock.forward(Duration.ofHours(8));

        assertThat(browser.open("/held").title()).isEqualTo("Your quarantine");
    }

    @Test
    void theCookieIsKeptFromScriptsAndFromOtherSites() {
        String plain = site.browser()
                .open("/login")
                .response()
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();

        assertThat(plain).matches("scora=[a-z2-7]{32}; Path=/; HttpOnly; SameSite=Lax");
    }

    @Test
    void behindTlsItIsForTlsAlone() {
        try (QuarantineSite secure = new QuarantineSite(folder.resolve("s"), "https://q.example.com", Set.of())) {
            String cookie = secure.browser()
                    .open("/login")
                    .response()
                    .headers()
                    .firstValue("Set-Cookie")
                    .orElseThrow();

            assertThat(cookie).matches("__Host-scora=[a-z2-7]{32}; Path=/; HttpOnly; SameSite=Lax; Secure");
        }
    }

    @Test
    void whereARequestComesFromIsBelievedOfAProxyAlone() {
        String[] forwarded = {"X-Forwarded-For", "203.0.113.9, 198.51.100.7"};
        site.browser().open(site.link(Kind.SHOW, "decoy"), forwarded);
        assertThat(site.database.marks().any(List.of("machine network 127.0.0.0/24")))
                .isTrue();

        try (QuarantineSite behind = new QuarantineSite(folder.resolve("p"), "http://127.0.0.1", Set.of("127.0.0.1"))) {
            behind.browser().open(behind.link(Kind.SHOW, "decoy"), forwarded);

            assertThat(behind.database.marks().any(List.of("machine network 198.51.100.0/24")))
                    .isTrue();
            assertThat(behind.database.marks().any(List.of("machine network 203.0.113.0/24")))
                    .isFalse();
        }
    }

    @Test
    void aFormThatIsTooLongIsRefused() {
        Page page = site.browser().post("/login", java.util.Map.of("address", "x".repeat(9000)));

        assertThat(page.status()).isEqualTo(413);
    }
}
