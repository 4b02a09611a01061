package org.scora.console.web.held;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scora.console.web.QuarantineSite.BOB;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scora.console.web.Browser;
import org.scora.console.web.Browser.Page;
import org.scora.console.web.QuarantineSite;
import org.scora.domain.SettingScope.OfUser;
import org.scora.people.Link.Kind;
import org.scora.policy.ListEntry;
import org.scora.quarantine.HeldState;
import org.scora.score.Category;

class HeldPagesTest {
    private static final String MAIL_1 = "/held/message?key=mail-1";

    @TempDir
    private Path folder;

    private QuarantineSite site;
    private Browser bob;

    @BeforeEach
    void open() {
        site = new QuarantineSite(folder);
        site.hold("mail-1", "The offer");
        bob = site.bob();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private List<String> subjects(Page page) {
        return page.document().select(".mails .subject").eachText();
    }

    @Test
    void theListHasOnesOwnMailAndNobodyElses() {
        site.hold("mail-2", "ann@example.com", "For Ann", Category.SPAM);

        assertThat(subjects(bob.open("/held"))).containsExactly("The offer");
        assertThat(bob.open("/held/message?key=mail-2").status()).isEqualTo(404);
        assertThat(bob.open("/held/preview?key=mail-2").text()).doesNotContain("For Ann");
    }

    @Test
    void theListGoesOnOnTheNextPage() {
        for (int number = 0; number < 60; number++) {
            site.clock.forward(Duration.ofMillis(1));
            site.hold("more-" + number, "Offer " + number);
        }
        List<String> all = new ArrayList<>();
        Page page = bob.open("/held");
        all.addAll(subjects(page));
        while (!page.document().select("a[rel=next]").isEmpty()) {
            page = bob.open(page.document().select("a[rel=next]").attr("href"));
            all.addAll(subjects(page));
        }

        assertThat(all)
                .hasSize(61)
                .doesNotHaveDuplicates()
                .startsWith("Offer 59")
                .endsWith("The offer");
    }

    @ParameterizedTest
    @CsvSource({
        "q, offer, 1",
        "q, 4QX7-M2DA-9KTW, 1",
        "q, nothing of it, 0",
        "from, someone@sender.example, 1",
        "from, sender.example, 1",
        "from, other.example, 0",
        "state, released, 0",
        "state, all, 1"
    })
    void heldMailIsSearched(String field, String text, int found) {
        assertThat(subjects(bob.open("/held").press("Search", field, text))).hasSize(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/held?at=nonsense&after=x",
                "/held?at=-1&after=x",
                "/held?at=9223372036854775807&after=x",
                "/held?state=%3Cscript%3E",
                "/held?q=%00%FF%22%3E",
                "/held?from=%25%27%22&q=%28%29"
            })
    void whateverStandsInTheAddressThereIsAPage(String path) {
        Page page = bob.open(path);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.document().select("script")).isEmpty();
    }

    @Test
    void aMessageIsShownWithItsReceipt() {
        Page page = bob.open(MAIL_1);

        assertThat(page.title()).isEqualTo("The offer");
        assertThat(page.text())
                .contains("someone@sender.example", "Some One <someone@sender.example>", "the offer ends today")
                .contains("The score 4.2 reaches 3.0 (normal), from which spam is quarantined.")
                .contains("shows bank.example, leads to bad.example", "LINK_MISMATCH")
                .contains("Message-ID", "4QX7-M2DA-9KTW");
    }

    @Test
    void everyPageNamesItsPartsForThoseWhoListen() {
        for (String path : List.of("/held", MAIL_1, "/lists", "/settings")) {
            Page page = bob.open(path);

            assertThat(page.document().select("html[lang=en], main, header, nav[aria-label]"))
                    .as(path)
                    .hasSizeGreaterThanOrEqualTo(4);
            assertThat(page.document().select("h1")).as(path).hasSize(1);
            for (Element input : page.document().select("input:not([type=hidden]), select, textarea")) {
                assertThat(page.document().select("label[for=" + input.id() + "]"))
                        .as(path + " " + input)
                        .hasSize(1);
            }
        }
    }

    @Test
    void pagesAreSmallAndLoadNothingFromElsewhere() {
        for (int number = 0; number < 30; number++) {
            site.hold("more-" + number, "Offer " + "x".repeat(150) + number);
        }
        for (String path : List.of("/held", MAIL_1)) {
            Page page = bob.open(path);

            assertThat(page.response().body().length()).as(path).isLessThan(50_000);
            assertThat(page.document().select("script, img, [style], [onclick], link[href^=http]"))
                    .as(path)
                    .isEmpty();
            assertThat(page.response().headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .contains("default-src 'none'", "form-action 'self'")
                            .doesNotContain("unsafe"));
        }
    }

    @Test
    void eachButtonDoesWhatItSays() {
        for (String button : List.of(
                "Release",
                "Release, and let this sender through",
                "Release, and teach that it is not spam",
                "Delete",
                "Delete, and hold mail from this sender",
                "Report as spam, and delete")) {
            String key = "mail " + button;
            site.hold(key, "Offer: " + button);

            Page done = bob.open("/held/message?key=" + key.replace(" ", "%20").replace(",", "%2C"))
                    .press(button);

            assertThat(done.status()).as(button).isEqualTo(200);
            assertThat(site.state(key))
                    .as(button)
                    .isEqualTo(button.startsWith("Release") ? HeldState.RELEASED : HeldState.DELETED);
        }
        assertThat(site.database.senderLists().ofUser("example.com", "bob"))
                .as("what was said last of this sender")
                .extracting(ListEntry::kind)
                .containsExactly(ListEntry.Kind.BLOCK);
        assertThat(site.database.senderLists().of("example.com")).isEmpty();
        assertThat(site.database.ledger().count()).isEqualTo(2);
    }

    @Test
    void whatWasDoneToAListCanBeUndoneAtOnceAndLater() {
        Page done = bob.open(MAIL_1).press("Release, and let this sender through");

        assertThat(bob.open("/lists").text())
                .contains("someone@sender.example", "is let through until 24 November 2027");
        assertThat(done.press("Undo the change of the list").title()).isEqualTo("It is undone");
        assertThat(site.database.senderLists().ofUser("example.com", "bob")).isEmpty();
        assertThat(bob.open("/lists").text()).contains("not let through any more");
    }

    @Test
    void aUserWritesAnEntryAndRemovesIt() {
        Page added = bob.open("/lists").press("Let through for a year", "sender", " Friend@Partner.Example ");
        assertThat(added.text()).contains("friend@partner.example until 24 November 2027");
        assertThat(bob.open("/lists").press("Hold", "sender", "shop.example").text())
                .contains("shop.example");

        assertThat(site.database.senderLists().ofUser("example.com", "bob"))
                .extracting(ListEntry::pattern)
                .containsExactly("friend@partner.example", "shop.example");
        bob.open("/lists").press("Remove");
        bob.open("/lists").press("Remove");
        assertThat(site.database.senderLists().ofUser("example.com", "bob")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ann@example.com, a domain that this gateway protects",
        "example.com, a domain that this gateway protects",
        "gmail.com, can have an address at gmail.com",
        "com, can not stand in a list",
        "192.0.2.7, neither an address nor a domain",
        "192.0.2.0/24, neither an address nor a domain",
        "<script>, can not stand in a list",
        "*, can not stand in a list"
    })
    void whatCanNotBeOnAUsersListIsRefusedWithAReason(String sender, String reason) {
        Page refused = bob.open("/lists").press("Let through for a year", "sender", sender);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains(reason);
        assertThat(site.database.senderLists().ofUser("example.com", "bob")).isEmpty();
    }

    @Test
    void whereTheDomainHasNoListsOfUsersNothingIsAdded() {
        Page before = bob.open("/lists");
        site.set("usersMayAllowSenders", "false");

        assertThat(bob.open("/lists").buttons()).isEmpty();
        assertThat(before.press("Hold", "sender", "shop.example").status()).isEqualTo(403);
        assertThat(site.database.senderLists().ofUser("example.com", "bob")).isEmpty();
    }

    @Test
    void whatSomebodyElseDidToAListIsNotSeenAndNotUndone() {
        site.database
                .senderLists()
                .by("admin@example.com")
                .add(new ListEntry(
                        ListEntry.Kind.ALLOW, "example.com", "good.example", false, java.util.Optional.empty(), ""));
        long change = site.database
                .listChanges()
                .newest(java.util.Optional.empty(), 1)
                .get(0)
                .id();
        Page lists = bob.open("/lists");

        Page undone = bob.post(
                "/lists",
                Map.of(
                        "change",
                        Long.toString(change),
                        "form",
                        bob.open("/held").document().select("input[name=form]").val()));

        assertThat(lists.text()).doesNotContain("good.example");
        assertThat(undone.status()).isEqualTo(403);
        assertThat(site.database.senderLists().of("example.com")).hasSize(1);
    }

    @Test
    void whatAUserMayNotReleaseIsRequested() {
        site.hold("mail-2", BOB, "Your account", Category.PHISHING);
        Page page = bob.open("/held/message?key=mail-2");

        assertThat(page.buttons()).doesNotContain("Release").contains("Ask the administrator to release it");
        Page asked = page.press("Ask the administrator to release it", "note", "from my bank");

        assertThat(asked.title()).isEqualTo("The administrator is asked");
        assertThat(site.newestMail()).contains("from my bank");
    }

    @Test
    void whoSendsWhatTheButtonsDoNotOfferIsRefused() {
        site.hold("mail-2", BOB, "Your account", Category.PHISHING);
        Page page = bob.open("/held/message?key=mail-2");

        Page tried = page.press("Delete", "do", "release");

        assertThat(tried.status()).isEqualTo(409);
        assertThat(tried.buttons()).containsExactly("Ask the administrator to release it");
        assertThat(site.state("mail-2")).isEqualTo(HeldState.HELD);
    }

    @Test
    void theFormOfAnotherBrowserDoesNothing() {
        Page mine = bob.open(MAIL_1);
        String form = mine.document().select("main input[name=form]").val();

        Page tried = site.bob().post("/held/message", Map.of("key", "mail-1", "do", "delete", "form", form));

        assertThat(tried.status()).isEqualTo(403);
        assertThat(site.state("mail-1")).isEqualTo(HeldState.HELD);
    }

    @Test
    void nothingCanBeSetWhereTheDomainSetsItAll() {
        site.set("usersMaySet", "none");
        Page page = bob.open("/settings");

        assertThat(page.text()).contains("There is nothing that you can set here");
        Page tried =
                bob.post("/settings", Map.of("name", "spamQuarantine", "value", "cautious", "form", "0".repeat(32)));
        assertThat(tried.status()).isEqualTo(403);
    }

    @Test
    void aUserSetsWhatTheDomainLetsUsersSet() {
        site.set("usersMaySet", "spamQuarantine");
        Page page = bob.open("/settings");

        assertThat(page.document().select(".setting select")).hasSize(1);
        Page set = page.press("Set", "value", "very cautious");

        assertThat(set.document().select("option[selected]").text()).isEqualTo("very cautious");
        OfUser user = new OfUser("example.com", "bob");
        assertThat(site.database.storedSettings().in(user)).containsEntry("spamQuarantine", "very cautious");
        set.press("Back to what the domain has");
        assertThat(site.database.storedSettings().in(user)).isEmpty();
    }

    @Test
    void whatTheDomainKeepsForItselfIsNotSetByAnybodyWhoForgesTheForm() {
        site.set("usersMaySet", "spamQuarantine");
        Page page = bob.open("/settings");

        assertThat(page.press("Set", "name", "phishingQuarantine").status()).isEqualTo(403);
        assertThat(page.press("Set", "name", "usersMayRelease", "value", "spam").status())
                .isEqualTo(403);
        assertThat(page.press("Set", "value", "nonsense").status()).isEqualTo(400);
        assertThat(site.database.storedSettings().in(new OfUser("example.com", "bob")))
                .isEmpty();
    }

    @Test
    void aUserMakesTheLinksInAMailVoid() {
        String link = site.link(Kind.RELEASE, "mail-1");

        assertThat(bob.open("/settings").press("Make all links void").title()).isEqualTo("The links are void");
        assertThat(site.browser().open(link).title()).isEqualTo("This link is void");
    }

    @Test
    void aMessageThatWasLostIsSaidToBe() {
        site.quarantine.find("mail-1").orElseThrow();
        new org.scora.quarantine.FileContentStore(folder.resolve("held")).delete("mail-1");

        Page page = bob.open(MAIL_1);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("can not be shown");
        assertThat(page.press("Release").title()).isEqualTo("It can not be released");
        assertThat(site.state("mail-1")).isEqualTo(HeldState.HELD);
    }
}
