package org.scora.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.domain.DomainState;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.RecipientPolicy;
import org.scora.domain.RouteHost;
import org.scora.domain.SettingScope.OfDomain;
import org.scora.people.Actor;
import org.scora.people.Role;
import org.scora.quarantine.Verification.Kind;
import org.scora.score.Category;
import org.scora.storage.Database;
import org.scora.storage.DatabaseSettings;

class ExpiryTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Actor ANN = new Actor(Role.OPERATOR, "ann", "a test");

    @TempDir
    Path folder;

    private Database database;
    private HeldCopies copies;
    private ContentStore contents;
    private Quarantine quarantine;
    private Expiry expiry;

    @BeforeEach
    void openQuarantine() {
        database = Database.open(new DatabaseSettings("jdbc:h2:file:" + folder.resolve("scora"), "scora", "", 4));
        database.protectedDomains()
                .save(new ProtectedDomain(
                        "example.com",
                        DomainState.ACTIVE,
                        List.of(RouteHost.parse("mx.example.com", 10)),
                        RecipientPolicy.LISTED,
                        List.of()));
        copies = database.heldCopies();
        contents = new FileContentStore(folder.resolve("quarantine"));
        quarantine = new Quarantine(database.heldMessages(), contents);
        expiry = new Expiry(copies, quarantine, database.effectiveSettings(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void eachCategoryIsKeptAsLongAsItsDomainSays() {
        set("spamRetention", "7");
        hold("spam8", 8, Category.SPAM, "a@example.com");
        hold("spam6", 6, Category.SPAM, "a@example.com");
        hold("phishing8", 8, Category.PHISHING, "a@example.com");
        hold("elsewhere8", 8, Category.SPAM, "a@other.example");
        hold("elsewhere31", 31, Category.SPAM, "a@other.example");

        assertThat(expiry.run()).isEqualTo(new Expiry.Done(2, 0, 2, 0));
        assertThat(expiry.run()).isEqualTo(new Expiry.Done(0, 0, 0, 0));

        assertThat(quarantine.keys()).containsExactlyInAnyOrder("spam6", "phishing8", "elsewhere8");
        assertThat(contents.keys()).containsExactlyInAnyOrder("spam6", "phishing8", "elsewhere8");
        assertThat(quarantine.find("spam8").orElseThrow().recipientsIn(HeldState.EXPIRED))
                .containsExactly("a@example.com");
    }

    @Test
    void theContentStaysAsLongAsOneDomainKeepsIt() {
        set("spamRetention", "7");
        hold("k", 8, Category.SPAM, "a@example.com", "a@other.example");

        expiry.run();

        assertThat(contents.keys()).containsExactly("k");
        assertThat(quarantine.find("k").orElseThrow().recipientsIn(HeldState.HELD))
                .containsExactly("a@other.example");
    }

    @Test
    void moreThanABatchGoesInOneRun() {
        IntStream.range(0, 2 * Expiry.BATCH + 1)
                .parallel()
                .forEach(i -> database.heldMessages().put(message("k" + i, 40, Category.SPAM, "a@example.com")));

        assertThat(expiry.run().expired()).isEqualTo(2 * Expiry.BATCH + 1);
        assertThat(quarantine.count()).isZero();
    }

    @Test
    void whatACrashLeftIsRemovedTheNextTime() {
        hold("k", 40, Category.SPAM, "a@example.com");
        copies.expire("example.com", List.of("k"), NOW, "then the machine went down");
        assertThat(contents.keys()).containsExactly("k");

        assertThat(expiry.run()).isEqualTo(new Expiry.Done(0, 0, 1, 0));
        assertThat(contents.keys()).isEmpty();
    }

    @Test
    void aDomainThatKeepsTooMuchLosesWhatMattersLeastFirst() {
        set("quarantineQuota", "1M");
        hold("old", 9, Category.SPAM, "a@example.com");
        hold("released", 1, Category.SPAM, "a@example.com");
        hold("legal", 20, Category.SPAM, "a@example.com");
        hold("new", 0, Category.SPAM, "a@example.com");
        copies.setLegalHold("legal", true, ANN, NOW, "case 7");
        copies.change(new CopyChange(
                "released",
                List.of("a@example.com"),
                Set.of(HeldState.HELD),
                HeldState.RELEASED,
                NOW,
                ANN,
                "release",
                ""));

        assertThat(expiry.run().evicted()).isEqualTo(2);

        assertThat(quarantine.keys()).containsExactlyInAnyOrder("legal", "new");
    }

    @Test
    void aQuotaThatLegalHoldsFillEvictsNothingElseForEver() {
        set("quarantineQuota", "1M");
        List.of("a", "b", "c").forEach(key -> {
            hold(key, 1, Category.SPAM, "a@example.com");
            copies.setLegalHold(key, true, ANN, NOW, "case 7");
        });

        assertThat(expiry.run().evicted()).isZero();
        assertThat(quarantine.count()).isEqualTo(3);
    }

    @Test
    void verificationFindsAndMendsWhatIsMissingOnEitherSide() {
        hold("whole", 1, Category.SPAM, "a@example.com");
        hold("missing", 1, Category.SPAM, "a@example.com");
        hold("damaged", 1, Category.SPAM, "a@example.com");
        contents.delete("missing");
        contents.write("damaged", new ByteArrayInputStream(new byte[] {1}));
        contents.write("orphan", new ByteArrayInputStream(new byte[] {1}));

        assertThat(verification(Duration.ZERO).verify(true, ANN).troubles())
                .as("young content is no orphan, its row may be on its way")
                .extracting(Verification.Trouble::kind)
                .containsExactlyInAnyOrder(Kind.CONTENT_MISSING, Kind.CONTENT_DAMAGED);
        hold("missing2", 1, Category.SPAM, "a@example.com");
        contents.delete("missing2");
        assertThat(verification(Duration.ofHours(2)).verify(false, ANN).troubles())
                .extracting(Verification.Trouble::kind, Verification.Trouble::name, Verification.Trouble::mended)
                .containsExactlyInAnyOrder(
                        tuple(Kind.CONTENT_MISSING, "receipt-missing2", false),
                        tuple(Kind.CONTENT_DAMAGED, "receipt-damaged", false),
                        tuple(Kind.CONTENT_WITHOUT_MESSAGE, "orphan", false));
        assertThat(verification(Duration.ofHours(2)).verify(true, ANN).troubles())
                .filteredOn(Verification.Trouble::mended)
                .hasSize(2);
        assertThat(verification(Duration.ofHours(2)).verify(true, ANN).troubles())
                .extracting(Verification.Trouble::kind)
                .containsExactly(Kind.CONTENT_DAMAGED);
        assertThat(quarantine.find("missing").orElseThrow().recipientsIn(HeldState.DELETED))
                .hasSize(1);
    }

    private Verification verification(Duration later) {
        return new Verification(
                database.heldMessages(), copies, quarantine, contents, Clock.offset(Clock.systemUTC(), later));
    }

    private void set(String name, String value) {
        database.storedSettings().set(new OfDomain("example.com"), name, Optional.of(value));
    }

    private void hold(String key, int daysAgo, Category category, String... recipients) {
        quarantine.hold(
                message(key, daysAgo, category, recipients),
                new ByteArrayInputStream(key.getBytes(StandardCharsets.UTF_8)));
    }

    private static HeldMessage message(String key, int daysAgo, Category category, String... recipients) {
        return new HeldMessage(
                key,
                "receipt-" + key,
                Optional.empty(),
                List.of(recipients),
                "subject",
                3.5,
                category,
                "reason",
                NOW.minus(Duration.ofDays(daysAgo)).minusSeconds(1),
                500_000,
                "envelope",
                Optional.empty());
    }
}
