package org.scora.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.console.TestGateway;
import org.scora.score.Category;

class DigestCommandTest {
    private static TestGateway gateway;

    @BeforeAll
    static void start(@TempDir Path home) {
        gateway = new TestGateway(home);
    }

    @BeforeEach
    void holdTwo() {
        gateway.forgetAll();
        gateway.protect("example.com");
        gateway.domains.addMailboxes("example.com", List.of("ann", "bob"));
        gateway.hold("k1", "AAAA-BBBB-CCCC", "ann@example.com", "First", Category.SPAM);
        gateway.hold("k2", "AAAA-BBBB-DDDD", "bob@example.com", "Second", Category.SPAM);
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static String works(String words) {
        Ran ran = Ran.scora(gateway.home, words.split(" "));
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exitCode()).isZero();
        return ran.out();
    }

    @Test
    void theTextIsShownAndNothingIsSent() {
        assertThat(works("digest show Ann@Example.com"))
                .contains("1 message was held back", "First", "AAAA-BBBB-CCCC", "made-when-it-is-sent")
                .doesNotContain("Second");
        assertThat(gateway.sent).isEmpty();
    }

    @Test
    void aMailboxGetsItsDigestOnce() {
        assertThat(works("digest send ann@example.com --dry-run")).contains("ann@example.com", "would be sent");
        assertThat(gateway.sent).isEmpty();
        assertThat(works("digest send ann@example.com")).contains("ann@example.com", "1 digest on the way");
        assertThat(gateway.sent)
                .singleElement()
                .satisfies(mail -> assertThat(mail.recipients()).containsExactly("ann@example.com"));
        assertThat(works("digest send ann@example.com")).contains("Nothing is new");
    }

    @Test
    void ofADomainThoseGetOneWhoGetThemAtAll() {
        assertThat(works("digest send --domain example.com")).contains("Nothing is new");
        works("domain set example.com digest daily");
        works("user set bob@example.com digest none");
        assertThat(works("digest send --all")).contains("ann@example.com").doesNotContain("bob@example.com");
    }

    @Test
    void aPlanThatIsNoneIsRefusedWithAnExample() {
        Ran ran = Ran.scora(gateway.home, "domain", "set", "example.com", "digest", "sometimes");
        assertThat(ran.exitCode()).isNotZero();
        assertThat(ran.err()).contains("mon-fri 8:00");
    }

    @Test
    void whoseIsWantedHasToBeSaid() {
        assertThat(Ran.scora(gateway.home, "digest", "send").exitCode()).isNotZero();
        assertThat(Ran.scora(gateway.home, "digest", "show", "ann@elsewhere.example")
                        .err())
                .contains("lsewhere.example is not protected here");
    }
}
