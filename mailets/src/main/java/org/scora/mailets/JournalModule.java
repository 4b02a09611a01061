package org.scora.mailets;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.scora.journal.Journal;
import org.scora.journal.Opinions;
import org.scora.journal.Retention;
import org.scora.journal.Totals;
import org.scora.journal.Traces;
import org.scora.journal.Tracing;
import org.scora.journal.Upkeep;
import org.scora.people.Persons;
import org.scora.people.SecretFile;
import org.scora.score.WeightsInForce;
import org.scora.setting.GatewaySettings;
import org.scora.setting.JournalSettings;
import org.scora.storage.Database;

/** What happened to messages: lines, sums, how long they are kept, who looks for one. */
final class JournalModule extends AbstractModule {
    private final GatewaySettings settings;
    private final Database database;

    JournalModule(GatewaySettings settings, Database database) {
        this.settings = settings;
        this.database = database;
    }

    @Override
    protected void configure() {
        bind(Journal.class).toInstance(database.journal());
        bind(Totals.class).toInstance(database.totals());
    }

    @Provides
    @Singleton
    Upkeep upkeep() {
        return database.upkeep(secret());
    }

    @Provides
    @Singleton
    Tracing tracing(Journal journal, Opinions opinions, WeightsInForce weights) {
        Traces traces = database.traces(secret());
        return new Tracing(traces, journal, opinions, weights);
    }

    @Provides
    @Singleton
    Persons persons() {
        return database.persons(secret());
    }

    private byte[] secret() {
        return SecretFile.createOrRead(SecretFile.ofPseudonyms(settings.varFolder()), new SecureRandom());
    }

    @Provides
    Retention retention() {
        return new Retention(
                Optional.of(settings.get(JournalSettings.NAMES))
                        .filter(days -> days > 0)
                        .map(Duration::ofDays),
                Duration.ofDays(settings.get(JournalSettings.LINES)),
                Duration.ofDays(settings.get(JournalSettings.TOTALS)));
    }
}
