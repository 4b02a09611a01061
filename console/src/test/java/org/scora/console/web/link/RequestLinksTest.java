package org.scora.console.web.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.console.web.Browser.Page;
import org.scora.console.web.QuarantineSite;
import org.scora.quarantine.HeldState;
import org.scora.score.Category;

class RequestLinksTest {
    private static final Pattern LINK = Pattern.compile("/l/[a-z2-7]{40}");

    @TempDir
    private Path folder;

    private QuarantineSite site;

    @BeforeEach
    void bobAsks() {
        site = new QuarantineSite(folder);
        ask(Category.PHISHING);
    }

    private void ask(Category category) {
        site.hold("mail-" + category, QuarantineSite.BOB, "Your account", category);
        site.bob()
                .open("/held/message?key=mail-" + category)
                .press("Ask the administrator to release it", "note", "<b>from my bank</b>");
    }

    @AfterEach
    void close() {
        site.close();
    }

    private String linkInMail() {
        Matcher link = LINK.matcher(site.newestMail().replace("=\r\n", ""));
        assertThat(link.find()).isTrue();
        return link.group();
    }

    @Test
    void theAdministratorSeesTheFactsAndReleasesWithOneButton() {
        assertThat(site.sent.get(site.sent.size() - 1).recipients()).containsExactly("admin@example.com");
        Page page = site.browser().open(linkInMail());
        assertThat(page.title()).isEqualTo("Release this message?");
        assertThat(page.text())
                .contains("bob@example.com", "<b>from my bank</b>", "someone@sender.example", "the offer ends today")
                .contains("4QX7-M2DA-9KTW");

        Page done = page.press("Release it", "answer", "It is fine");

        assertThat(done.title()).isEqualTo("The message is released");
        assertThat(site.state("mail-PHISHING")).isEqualTo(HeldState.RELEASED);
        assertThat(site.newestMail()).contains("is released, and on its way to you", "It is fine");
        assertThat(page.press("Release it").status()).isEqualTo(410);
        assertThat(site.database
                        .auditLog()
                        .find(java.util.Optional.empty(), java.time.Instant.EPOCH, 50)
                        .toString())
                .contains("admin@example.com", "link from 127.0.0.1");
    }

    @Test
    void theAdministratorLeavesItHeldAndTheUserHearsWhy() {
        Page done = site.browser().open(linkInMail()).press("Leave it where it is", "answer", "It is a fraud");

        assertThat(done.title()).isEqualTo("The message stays held");
        assertThat(site.state("mail-PHISHING")).isEqualTo(HeldState.HELD);
        assertThat(site.newestMail()).contains("It is a fraud");
    }

    @Test
    void aVirusNeedsAReason() {
        ask(Category.VIRUS);
        Page page = site.browser().open(linkInMail());

        assertThat(page.press("Release it").text()).contains("a reason has to be given");
        assertThat(site.state("mail-VIRUS")).isEqualTo(HeldState.HELD);
        assertThat(page.press("Release it", "answer", "a sample for our lab").title())
                .isEqualTo("The message is released");
    }

    @Test
    void lookingDecidesNothingAndNoProgramCan() {
        String link = linkInMail();
        site.browser().ask("HEAD", link);
        assertThat(site.machine().open(link).press("Release it").title()).isEqualTo("Press once more");
        assertThat(site.state("mail-PHISHING")).isEqualTo(HeldState.HELD);
    }

    @Test
    void whoIsNoAdministratorAnyMoreDecidesNothing() {
        Page page = site.browser().open(linkInMail());
        org.scora.storage.TestDatabase.protect(site.database, "example.com", java.util.List.of("boss@example.com"));

        assertThat(page.press("Release it").status()).isEqualTo(404);
        assertThat(site.state("mail-PHISHING")).isEqualTo(HeldState.HELD);
    }

    @Test
    void whatWasDecidedOtherwiseIsToldSo() {
        Page page = site.browser().open(linkInMail());
        site.database
                .releaseRequests()
                .decide(
                        1,
                        org.scora.quarantine.ReleaseRequest.State.DECLINED,
                        new org.scora.people.Actor(org.scora.people.Role.OPERATOR, "root", "here"),
                        "");

        Page late = page.press("Release it");

        assertThat(late.title()).isEqualTo("It was decided before");
        assertThat(late.text()).contains("left where it is by root");
    }
}
