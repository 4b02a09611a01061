package org.scora.trust;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.scora.MovableClock;
import org.scora.domain.DomainState;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.RecipientPolicy;
import org.scora.domain.RouteHost;
import org.scora.storage.Database;
import org.scora.storage.DatabaseSettings;

/** A real database with one protected domain, and a clock that is moved. */
abstract class TrustTest {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final String DOMAIN = "example.com";

    final MovableClock clock = new MovableClock(NOON);
    Database database;
    KnownCorrespondents known;

    @BeforeEach
    void openDatabase(@TempDir Path folder) {
        database = Database.open(new DatabaseSettings("jdbc:h2:file:" + folder.resolve("scora"), "scora", "", 2));
        database.protectedDomains()
                .save(new ProtectedDomain(
                        DOMAIN,
                        DomainState.ACTIVE,
                        List.of(RouteHost.parse("mx.example.com", 10)),
                        RecipientPolicy.ANY,
                        List.of()));
        known = new KnownCorrespondents(database.correspondents());
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    /** People of the domain have written to the peer. */
    void writtenTo(String peer) {
        known.note(List.of(new Contact(DOMAIN, peer, clock.instant(), 1, 0)));
        known.write();
    }

    /** A message of the peer was delivered, and wanted. */
    void wanted(String peer) {
        known.note(List.of(new Contact(DOMAIN, peer, clock.instant(), 0, 1)));
        known.write();
    }
}
