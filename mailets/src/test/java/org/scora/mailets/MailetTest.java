package org.scora.mailets;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.james.server.core.MailImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.scora.check.Scorer;
import org.scora.check.auth.SenderAuthentication;
import org.scora.check.text.Gtube;
import org.scora.dns.PublicSuffixes;
import org.scora.dns.ZoneFileDns;
import org.scora.domain.DomainState;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.RecipientPolicy;
import org.scora.domain.RouteHost;
import org.scora.policy.ChainProfile;
import org.scora.score.LiveSiteFindings;
import org.scora.score.Weights;
import org.scora.score.WeightsInForce;
import org.scora.setting.GatewaySettings;
import org.scora.storage.Database;
import org.scora.storage.DatabaseSettings;

/** Real services for tests of mailets: an empty database, two checks, a DNS of one zone, a clock that stands. */
abstract class MailetTest extends MailTest {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);
    static final String HOSTNAME = "mx1.gateway.example";
    static final String GTUBE = "XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X";

    static final String ZONE = "$ORIGIN example.org.\n@ IN TXT \"v=spf1 ip4:192.0.2.1 -all\"\n"
            + "s1._domainkey IN TXT \"v=DKIM1; p=" + SignedMail.PUBLIC_KEY + "\"\n";

    Database database;
    GatewaySettings gateway;
    Scorer scorer;
    LiveSiteFindings findings;

    @BeforeEach
    void openServices(@TempDir Path home) throws Exception {
        database = Database.open(new DatabaseSettings("jdbc:h2:file:" + home.resolve("var/scora"), "scora", "", 4));
        Files.createDirectories(home.resolve("conf"));
        Files.writeString(home.resolve("conf/scora.properties"), "hostname=" + HOSTNAME + "\n");
        gateway = GatewaySettings.read(home);
        findings = LiveSiteFindings.open(home.resolve("conf/findings.tsv"), CLOCK);
        scorer = new Scorer(
                List.of(
                        new SenderAuthentication(
                                ZoneFileDns.parse("zone", ZONE), PublicSuffixes.bundled(), Set.of(), HOSTNAME, CLOCK),
                        new Gtube()),
                Weights.shipped(),
                Duration.ofSeconds(10));
        database.protectedDomains()
                .save(new ProtectedDomain(
                        "example.com",
                        DomainState.ACTIVE,
                        List.of(RouteHost.parse("127.0.0.1:2526", 10)),
                        RecipientPolicy.ANY,
                        List.of("admin@example.org")));
    }

    @AfterEach
    void closeServices() {
        database.close();
    }

    Score score() throws Exception {
        return ready(new Score(scorer, CLOCK), Map.of());
    }

    Decide decide() throws Exception {
        return ready(newDecide(), Map.of());
    }

    Decide newDecide() {
        return new Decide(
                database.recipients(),
                database.effectiveSettings(),
                new ChainProfile(),
                database.senderLists(),
                new WeightsInForce(findings, List::of),
                CLOCK);
    }

    /** A mail on which Score and Decide have worked. */
    MailImpl decided(String source, String... recipients) throws Exception {
        MailImpl mail = mail(source, "ann@example.org", recipients);
        score().service(mail);
        decide().service(mail);
        return mail;
    }
}
