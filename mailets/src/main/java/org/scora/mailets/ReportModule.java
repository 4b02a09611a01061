package org.scora.mailets;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.OptionalBinder;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.scora.checkup.CheckUp;
import org.scora.checkup.CheckUpFinding;
import org.scora.checkup.CheckUpRequest;
import org.scora.domain.EffectiveSettings;
import org.scora.domain.Recipients;
import org.scora.journal.Journal;
import org.scora.journal.Opinions;
import org.scora.journal.Totals;
import org.scora.policy.ChainProfile;
import org.scora.policy.DigestSettings;
import org.scora.policy.Profiles;
import org.scora.policy.SenderLists;
import org.scora.replay.Trials;
import org.scora.report.Brands;
import org.scora.report.ReportLinks;
import org.scora.report.ReportReader;
import org.scora.report.Reports;
import org.scora.report.Wording;
import org.scora.report.Wordings;
import org.scora.report.advice.Advising;
import org.scora.report.contents.Sources;
import org.scora.score.LiveSiteFindings;
import org.scora.setting.GatewaySettings;

/** The administrator's report. */
final class ReportModule extends AbstractModule {
    // A report does not wait for the DNS any longer; the advice comes with the next one.
    private static final long CHECK_UP_SECONDS = 10;

    private final GatewaySettings settings;

    ReportModule(GatewaySettings settings) {
        this.settings = settings;
    }

    @Override
    protected void configure() {
        OptionalBinder.newOptionalBinder(binder(), CheckUp.class);
    }

    @Provides
    @Singleton
    Sources sources(
            Journal journal,
            Totals totals,
            Opinions opinions,
            SenderLists lists,
            EffectiveSettings effective,
            Recipients recipients,
            ChainProfile chain) {
        return new Sources(
                journal,
                totals,
                opinions,
                lists,
                domain -> new Profiles(effective, recipients, chain.written())
                        .ofDomain(domain)
                        .rules());
    }

    @Provides
    @Singleton
    Advising advising(SenderLists lists, Totals totals, Trials trials, Optional<CheckUp> checkUp) {
        Advising advising = Advising.of(lists).withReplay(totals, trials);
        return checkUp.map(examined -> advising.withCheckUp(domain -> findings(examined, domain)))
                .orElse(advising);
    }

    private static List<CheckUpFinding> findings(CheckUp checkUp, String domain) {
        return CompletableFuture.supplyAsync(
                        () -> checkUp.examine(CheckUpRequest.of(domain)).findings())
                .completeOnTimeout(List.of(), CHECK_UP_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    @Provides
    @Singleton
    Reports reports(
            Sources sources,
            Advising advising,
            EffectiveSettings effective,
            Wordings wordings,
            LiveSiteFindings findings,
            Clock clock) {
        Brands brands = new Brands(settings.confFolder(), settings.get(GatewaySettings.OPERATOR));
        return new Reports(
                new Reports.Making(
                        sources,
                        advising,
                        domain -> reader(domain, effective, wordings, brands),
                        () -> findings.get().weights(),
                        ReportLinks.none()),
                settings.get(GatewaySettings.HOSTNAME),
                clock);
    }

    private static ReportReader reader(
            Optional<String> domain, EffectiveSettings effective, Wordings wordings, Brands brands) {
        Wording words = wordings.in(domain.map(name -> effective.value(name, DigestSettings.LANGUAGE))
                .orElse(Locale.ENGLISH));
        return new ReportReader(
                words,
                domain.map(name -> effective.value(name, DigestSettings.TIME_ZONE))
                        .orElse(ZoneOffset.UTC),
                brands.of(domain, words),
                Optional.empty());
    }
}
