package org.scora.report.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.people.Actor;
import org.scora.quarantine.CopyChange;
import org.scora.quarantine.HeldState;

/** When digests go, to whom, and what is in them. */
class DigestsTest {
    @TempDir
    Path folder;

    private HeldForUsers held;
    private Digests digests;

    @BeforeEach
    void open() {
        held = new HeldForUsers(folder);
        digests = held.digests();
    }

    @AfterEach
    void close() {
        held.close();
    }

    /** The first look at a plan only notes it. */
    private void startDaily() {
        held.set("digest", "daily");
        assertThat(digests.run()).isZero();
    }

    @Test
    void withoutASettingNobodyGetsOne() {
        held.hold("k", 3.5, "a@b.example", "Hi", "ann@example.com");
        held.later(Duration.ofDays(30));

        assertThat(digests.run()).isZero();
    }

    @Test
    void itComesAtItsTimeAndTellsOnlyWhatIsNew() {
        startDaily();
        held.hold("1", 3.5, "a@b.example", "alpha", "ann@example.com");
        held.hold("2", 3.1, "a@b.example", "beta", "Sales@example.com");
        assertThat(digests.run()).as("it is noon").isZero();

        held.at("2026-11-21T07:00:30Z");
        assertThat(digests.run()).isOne();
        assertThat(held.lastMail().text()).contains("alpha", "beta", "Sales");
        assertThat(held.recipients()).containsExactly("ann@example.com");
        held.hold("3", 3.1, "a@b.example", "gamma", "ann@example.com");
        assertThat(digests.run()).isZero();

        held.at("2026-11-22T07:00:30Z");
        assertThat(digests.run()).isOne();
        assertThat(held.lastMail().text()).contains("gamma").doesNotContain("alpha", "beta");
        held.at("2026-11-23T07:00:30Z");
        assertThat(digests.run()).as("nothing is new").isZero();
    }

    @Test
    void daysOfDowntimeAreMadeUpForByOneMail() {
        startDaily();
        held.hold("1", 3.5, "a@b.example", "alpha", "ann@example.com");
        held.later(Duration.ofDays(7));

        assertThat(digests.run()).isOne();
        held.later(Duration.ofMinutes(1));
        assertThat(digests.run()).isZero();
    }

    @Test
    void whoHasAnotherPlanGetsItByThatAndWhoWantsNoneGetsNone() {
        startDaily();
        held.setFor("bob", "digest", "mon 18:00");
        held.setFor("info", "digest", "none");
        digests.run();
        held.hold("1", 3.5, "a@b.example", "Hi", "ann@example.com", "bob@example.com", "info@example.com");

        held.at("2026-11-21T08:00:00Z");
        digests.run();
        assertThat(held.recipients()).containsExactly("ann@example.com");
        held.at("2026-11-23T18:00:00Z");
        digests.run();
        assertThat(held.recipients()).containsExactly("bob@example.com");
    }

    @Test
    void aPlanOfAUserDoesNotCountWhereUsersMayNotHaveOne() {
        startDaily();
        held.set("usersMaySet", "none");
        held.setFor("bob", "digest", "none");
        held.hold("1", 3.5, "a@b.example", "Hi", "bob@example.com");

        held.at("2026-11-21T08:00:00Z");
        digests.run();
        assertThat(held.lastMail().header("List-Unsubscribe")).isNull();
        assertThat(held.recipients()).containsExactly("bob@example.com");
    }

    @Test
    void timesAreThoseOfTheDomain() {
        held.set("timeZone", "America/New_York");
        startDaily();
        held.hold("1", 3.5, "a@b.example", "Hi", "bob@example.com");

        held.at("2026-11-21T11:59:00Z");
        assertThat(digests.run()).isZero();
        held.at("2026-11-21T12:01:00Z");
        assertThat(digests.run()).isOne();
        assertThat(held.lastMail().text()).contains("America/New_York", "Fri 20 Nov 2026, 06:59");
    }

    @Test
    void thatOfASharedMailboxGoesToTheAdministrators() {
        held.set("sharedMailboxes", "info");
        held.database.aliases().set("example.com", "team", List.of("ann", "bob"));
        startDaily();
        held.hold("1", 3.5, "a@b.example", "Hi", "info@example.com");
        held.hold("2", 3.5, "a@b.example", "Hi", "team@example.com");

        held.at("2026-11-21T08:00:00Z");
        digests.run();
        assertThat(held.lastMail().text()).contains("is a shared mailbox");
        assertThat(held.recipients()).containsExactly("boss@example.com", "boss@example.com");
    }

    @Test
    void whatIsNotHeldAnyMoreIsNotToldAndNoMailGoesForNothing() {
        startDaily();
        held.hold("1", 3.5, "a@b.example", "Hi", "ann@example.com");
        held.database
                .heldCopies()
                .change(new CopyChange(
                        "1",
                        List.of("ann@example.com"),
                        Set.of(HeldState.HELD),
                        HeldState.DELETED,
                        held.clock().instant(),
                        Actor.GATEWAY,
                        "delete",
                        ""));

        held.at("2026-11-21T08:00:00Z");
        assertThat(digests.run()).isZero();
    }

    @Test
    void aQueueThatFailsLosesNothingAndTheMailKeepsItsMessageId() {
        startDaily();
        held.hold("1", 3.5, "a@b.example", "alpha", "ann@example.com");
        held.queueWorks(false);
        held.at("2026-11-21T07:00:00Z");
        assertThat(digests.run()).isZero();
        held.hold("2", 3.5, "a@b.example", "beta", "ann@example.com");

        held.queueWorks(true);
        held.later(Duration.ofMinutes(5));
        assertThat(digests.run()).isOne();
        assertThat(held.lastMail().text()).contains("alpha").doesNotContain("beta");
        String first = held.lastMail().header("Message-ID");
        held.at("2026-11-22T07:00:00Z");
        assertThat(digests.run()).isOne();
        assertThat(held.lastMail().text()).contains("beta").doesNotContain("alpha");
        assertThat(held.lastMail().header("Message-ID")).isNotEqualTo(first);
        assertThat(held.lastMail().header("References"))
                .isEqualTo(held.lastMail().header("In-Reply-To"));
    }

    @Test
    void afterACrashBehindTheQueueTheSameMailGoesAgain() {
        held.hold("1", 3.5, "a@b.example", "alpha", "ann@example.com");
        var begun =
                held.database.digestLog().begin("ann@example.com", held.clock().instant());
        held.later(Duration.ofMinutes(5));

        digests.run();
        String messageId = held.lastMail().header("Message-ID");
        held.later(Duration.ofMinutes(5));
        digests.run();

        assertThat(held.sent).hasSize(1);
        assertThat(messageId).matches("<digest-[0-9a-f]{24}-" + begun.number() + "@mx1\\.gateway\\.example>");
    }

    @Test
    void oneWhoseDomainIsGoneIsNotTriedForEver() {
        held.hold("1", 3.5, "a@b.example", "alpha", "ann@example.com");
        held.database.digestLog().begin("ann@example.com", held.clock().instant());
        held.database.protectedDomains().remove("example.com");
        held.later(Duration.ofMinutes(5));

        assertThat(digests.run()).isZero();
        assertThat(held.database.digestLog().unsent(held.clock().instant(), "", 9))
                .isEmpty();
    }

    @Test
    void moreThanAPageOfMailboxesIsServed() {
        startDaily();
        held.database
                .protectedDomains()
                .addMailboxes(
                        "example.com",
                        IntStream.range(0, Digests.PAGE + 5)
                                .mapToObj(i -> "user" + i)
                                .toList());
        for (int i = 0; i < Digests.PAGE + 5; i++) {
            held.hold("k" + i, 3.5, "a@b.example", "Hi", "user" + i + "@example.com");
        }

        held.at("2026-11-21T08:00:00Z");
        assertThat(digests.run()).isEqualTo(Digests.PAGE + 5);
    }

    @Test
    void aCommandSendsNowOrSaysWhatItWouldSend() {
        held.hold("1", 3.5, "a@b.example", "alpha", "ann@example.com");
        var domain = held.database.protectedDomains().find("example.com").orElseThrow();
        assertThat(digests.sendAll(domain, false)).as("they want none").isEmpty();
        held.set("digest", "daily");

        assertThat(digests.preview("ann@example.com"))
                .hasValueSatisfying(text -> assertThat(text).contains("alpha", "/l/made-when-it-is-sent"));
        assertThat(digests.sendAll(domain, true)).hasSize(1);
        assertThat(held.sent).isEmpty();
        assertThat(digests.send("ann@example.com"))
                .hasValueSatisfying(sent -> assertThat(sent.messages()).isOne());
        assertThat(digests.send("ann@example.com")).isEmpty();
        assertThat(digests.preview("ann@example.com")).isEmpty();
        assertThat(digests.send("nobody@elsewhere.example")).isEmpty();
    }
}
