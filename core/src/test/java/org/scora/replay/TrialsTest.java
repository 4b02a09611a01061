package org.scora.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scora.domain.DomainState;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.RecipientPolicy;
import org.scora.domain.RouteHost;
import org.scora.domain.SettingScope.OfDomain;
import org.scora.domain.SettingScope.OfUser;
import org.scora.journal.JournalLine;
import org.scora.journal.Opinion;
import org.scora.journal.Outcome;
import org.scora.policy.ChainProfile;
import org.scora.policy.Disposition;
import org.scora.replay.Trial.Message;
import org.scora.score.SiteFindings;
import org.scora.score.Weights;
import org.scora.score.WeightsInForce;
import org.scora.setting.SettingException;
import org.scora.storage.Database;
import org.scora.storage.DatabaseSettings;

class TrialsTest {
    private static final Instant NOW = Instant.parse("2026-03-30T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Change NOTHING = new Change(Map.of(), Map.of(), Set.of(), List.of(), List.of());

    private final RecordedMail mail = new RecordedMail(Weights.shipped());
    private Database database;
    private Trials trials;

    @BeforeEach
    void openDatabase() {
        database = Database.open(
                new DatabaseSettings("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "scora", "", 4));
        protect("example.com");
        Deciding.Sources sources = new Deciding.Sources(
                database.protectedDomains(),
                database.storedSettings(),
                database.recipients(),
                database.senderLists(),
                new ChainProfile(),
                CLOCK);
        trials = new Trials(
                database.journal(),
                database.opinions(),
                sources,
                new WeightsInForce(SiteFindings::shipped, List::of),
                CLOCK);
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    private void protect(String name) {
        database.protectedDomains()
                .save(new ProtectedDomain(
                        name,
                        DomainState.ACTIVE,
                        List.of(new RouteHost("mail.example.com", 25, 0)),
                        RecipientPolicy.ANY,
                        List.of("admin@" + name)));
    }

    /** A message that the learner gives these points, beside the prior of -1. */
    private JournalLine learned(String from, String recipient, double points) {
        JournalLine line =
                mail.line(NOW.minus(Duration.ofHours(1)), from, recipient, "LEARNED_SPAM*" + points, "DATE_MISSING");
        database.journal().record(List.of(line));
        return line;
    }

    private static Change set(String name, String value) {
        return new Change(Map.of(name, value), Map.of(), Set.of(), List.of(), List.of());
    }

    private static List<String> receipts(Trial.Moved moved) {
        return moved.newest().stream().map(Message::receipt).toList();
    }

    private static double scoreOf(JournalLine line) {
        return line.score();
    }

    @Test
    void aMoreCautiousSensitivityDeliversWhatLiesBetween() {
        JournalLine sure = learned("a@spam.example", "ann@example.com", 9);
        JournalLine doubtful = learned("b@shop.example", "ann@example.com", 2);
        learned("c@friend.example", "ann@example.com", 0.1);
        double between = (scoreOf(sure) + scoreOf(doubtful)) / 2;
        database.storedSettings()
                .set(new OfDomain("example.com"), "spamQuarantine", Optional.of(String.valueOf(scoreOf(doubtful))));

        Trial trial = trials.run("example.com", 30, set("spamQuarantine", String.valueOf(between)), 10);

        assertThat(receipts(trial.newlyDelivered())).containsExactly(doubtful.receipt());
        assertThat(trial.newlyHeld().total()).isZero();
        assertThat(trial.before().get(Disposition.QUARANTINE)).isEqualTo(2);
        assertThat(trial.after().get(Disposition.QUARANTINE)).isEqualTo(1);
        assertThat(trial.decided()).isEqualTo(3);
    }

    @Test
    void itIsToldWhatPeopleHadSaidOfIt() {
        JournalLine doubtful = learned("b@shop.example", "ann@example.com", 4);
        JournalLine let = learned("c@shop.example", "ann@example.com", 1);
        learned("d@shop.example", "ann@example.com", 1);
        say(doubtful, Opinion.Kind.RELEASED);
        say(doubtful, Opinion.Kind.ALLOWED);
        say(let, Opinion.Kind.UNWANTED);

        assertThat(trials.run("example.com", 30, set("spamQuarantine", "off"), 10)
                        .newlyDelivered())
                .satisfies(moved -> {
                    assertThat(moved.total()).isEqualTo(1);
                    assertThat(moved.confirmed()).isEqualTo(1);
                });
        assertThat(trials.run("example.com", 30, set("spamQuarantine", "0"), 10).newlyHeld())
                .satisfies(moved -> {
                    assertThat(moved.total()).isEqualTo(2);
                    assertThat(moved.confirmed()).isEqualTo(1);
                });
    }

    private void say(JournalLine line, Opinion.Kind kind) {
        database.opinions().note(new Opinion(line.receipt(), line.recipient(), kind, NOW, "ann"));
    }

    @Test
    void aFindingCanWeighOtherwiseOrBeSwitchedOff() {
        JournalLine held = learned("b@shop.example", "ann@example.com", 4);

        Trial off = trials.run(
                "example.com", 30, new Change(Map.of(), Map.of(), Set.of("LEARNED_SPAM"), List.of(), List.of()), 10);
        Trial lighter = trials.run(
                "example.com",
                30,
                new Change(Map.of(), Map.of("LEARNED_SPAM", 0.1), Set.of(), List.of(), List.of()),
                10);

        assertThat(receipts(off.newlyDelivered())).containsExactly(held.receipt());
        assertThat(receipts(lighter.newlyDelivered())).containsExactly(held.receipt());
        assertThat(off.newlyDelivered().newest().get(0).scoreBefore()).isEqualTo(held.score());
        assertThat(off.newlyDelivered().newest().get(0).scoreAfter()).isLessThan(0);
    }

    @Test
    void sendersCanBeAllowedAndBlocked() {
        JournalLine held = learned("b@shop.example", "ann@example.com", 4);
        JournalLine delivered = learned("c@friend.example", "ann@example.com", 0.1);
        learned("d@other.example", "ann@example.com", 4);

        Trial trial = trials.run(
                "example.com",
                30,
                new Change(Map.of(), Map.of(), Set.of(), List.of("shop.example"), List.of("friend.example")),
                10);

        assertThat(receipts(trial.newlyDelivered())).containsExactly(held.receipt());
        assertThat(receipts(trial.newlyHeld())).containsExactly(delivered.receipt());
        assertThat(database.senderLists().of("example.com")).isEmpty();
    }

    @Test
    void whatUsersHaveSetThemselvesStaysAsTheyHaveIt() {
        database.protectedDomains().addMailboxes("example.com", List.of("ann", "bob"));
        database.storedSettings().set(new OfDomain("example.com"), "usersMaySet", Optional.of("all"));
        database.storedSettings().set(new OfUser("example.com", "bob"), "spamQuarantine", Optional.of("normal"));
        JournalLine toAnn = learned("b@shop.example", "ann@example.com", 4);
        learned("b@shop.example", "bob@example.com", 4);

        Trial trial = trials.run("example.com", 30, set("spamQuarantine", "off"), 10);

        assertThat(receipts(trial.newlyDelivered())).containsExactly(toAnn.receipt());
    }

    @Test
    void onlyTheNewestAreListedAndAllAreCounted() {
        List<String> all = new ArrayList<>();
        for (int minute = 0; minute < 1200; minute++) {
            JournalLine line = mail.line(
                    NOW.minus(Duration.ofDays(2)).plus(Duration.ofMinutes(minute)),
                    "b@shop.example",
                    "ann@example.com",
                    "LEARNED_SPAM*4",
                    "DATE_MISSING");
            database.journal().record(List.of(line));
            all.add(line.receipt());
        }

        Trial trial = trials.run("example.com", 30, set("spamQuarantine", "off"), 3);

        assertThat(trial.newlyDelivered().total()).isEqualTo(1200);
        assertThat(receipts(trial.newlyDelivered())).isEqualTo(all.subList(1197, 1200));
    }

    @Test
    void whatCanNotBeDecidedAgainIsSaid() {
        JournalLine line = learned("b@shop.example", "ann@example.com", 4);
        database.journal().record(List.of(old(line, "OLD-1", Outcome.HELD), old(line, "OLD-2", Outcome.REFUSED)));
        protect("example.org");
        learned("b@shop.example", "ann@example.org", 4);

        Trial trial = trials.run("example.com", 30, set("spamQuarantine", "off"), 3);

        assertThat(trial.decided()).isEqualTo(1);
        assertThat(trial.notRecorded()).isEqualTo(1);
        assertThat(trial.refused()).isEqualTo(1);
        assertThat(trial.otherwiseThen()).isZero();
    }

    private static JournalLine old(JournalLine line, String receipt, Outcome outcome) {
        return new JournalLine(
                receipt,
                line.receivedAt(),
                line.clientAddress(),
                line.sender(),
                line.recipient(),
                line.subject(),
                line.size(),
                line.findings(),
                line.score(),
                line.category(),
                line.disposition(),
                line.reason(),
                outcome,
                "",
                Optional.empty(),
                line.passage());
    }

    @Test
    void whatWasDecidedOtherwiseThenIsComparedByWhatHoldsNow() {
        learned("b@shop.example", "ann@example.com", 4);
        database.storedSettings().set(new OfDomain("example.com"), "spamQuarantine", Optional.of("off"));

        Trial trial = trials.run("example.com", 30, set("spamFlagSubject", "off"), 3);

        assertThat(trial.otherwiseThen()).isEqualTo(1);
        assertThat(trial.newlyDelivered().total()).isZero();
        assertThat(trial.before()).containsOnlyKeys(Disposition.FLAG_SUBJECT);
        assertThat(trial.after()).containsOnlyKeys(Disposition.NORMAL);
    }

    @Test
    void anUnknownNameIsAnErrorThatNamesTheNearest() {
        assertThatThrownBy(() -> trials.run("exmaple.com", 30, set("spamQuarantine", "off"), 3))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("Did you mean 'example.com'?");
        assertThatThrownBy(() -> trials.run("example.com", 30, set("spamQuarantin", "off"), 3))
                .hasMessageContaining("Did you mean 'spamQuarantine'?");
        assertThatThrownBy(() -> trials.run("example.com", 30, set("spamRetention", "5"), 3))
                .hasMessageContaining("can not be tried");
        assertThatThrownBy(() -> trials.run("example.com", 30, set("spamQuarantine", "cautios"), 3))
                .hasMessageContaining("bad value");
        assertThatThrownBy(() -> trials.run(
                        "example.com",
                        30,
                        new Change(Map.of(), Map.of(), Set.of("LEARNED_SPAN"), List.of(), List.of()),
                        3))
                .hasMessageContaining("Did you mean 'LEARNED_SPAM'?");
        assertThatThrownBy(() -> trials.run(
                        "example.com",
                        30,
                        new Change(Map.of(), Map.of(), Set.of(), List.of("*@shop.example"), List.of()),
                        3))
                .hasMessageContaining("asterisk");
        assertThatThrownBy(() -> trials.run("example.com", 30, NOTHING, 3)).hasMessageContaining("nothing is changed");
    }
}
