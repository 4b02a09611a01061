package org.scora.check;

import java.time.Clock;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.scora.check.attachment.ExecutableAttachment;
import org.scora.check.attachment.KnownTestFiles;
import org.scora.check.auth.SenderAuthentication;
import org.scora.check.dnslist.DnsLists;
import org.scora.check.header.BulkMarkers;
import org.scora.check.header.DateSanity;
import org.scora.check.header.HeaderSanity;
import org.scora.check.header.ReplyToElsewhere;
import org.scora.check.html.FormAsksPassword;
import org.scora.check.html.HiddenText;
import org.scora.check.learned.LearnedOpinion;
import org.scora.check.link.LinkMismatch;
import org.scora.check.link.LookalikeHost;
import org.scora.check.scanner.Breaker;
import org.scora.check.scanner.ScannerCheck;
import org.scora.check.structure.BrokenStructure;
import org.scora.check.text.AdvanceFeeFraud;
import org.scora.check.text.Gtube;
import org.scora.dns.Dns;
import org.scora.dns.PublicSuffixes;
import org.scora.learn.Learner;
import org.scora.message.IncomingMessage;

/** The checks that Scora comes with. */
public final class ShippedChecks {
    private ShippedChecks() {}

    /** With nothing set up but the gateway's name. */
    public static List<Check> all(Dns dns, Learner learner, String gatewayHostname) {
        return all(dns, learner, CheckSettings.plain(gatewayHostname));
    }

    public static List<Check> all(Dns dns, Learner learner, CheckSettings settings) {
        List<Check> checks = all(dns, learner::opinionOf, settings, PublicSuffixes.bundled(), Clock.systemUTC());
        checks.forEach(Check::prepare);
        return checks;
    }

    static List<Check> all(
            Dns dns,
            ToDoubleFunction<IncomingMessage> opinionOf,
            CheckSettings settings,
            PublicSuffixes suffixes,
            Clock clock) {
        List<Check> checks = List.of(
                // First, because they wait for others while the rest reckons.
                new SenderAuthentication(dns, suffixes, settings.trustedSealers(), settings.gatewayHostname(), clock),
                new DnsLists(settings.dnsLists(), dns, suffixes, clock),
                new BrokenStructure(),
                new DateSanity(clock),
                new HeaderSanity(suffixes),
                new ReplyToElsewhere(suffixes),
                new BulkMarkers(),
                new LinkMismatch(suffixes),
                new LookalikeHost(),
                new HiddenText(),
                new FormAsksPassword(),
                new ExecutableAttachment(),
                new KnownTestFiles(),
                new Gtube(),
                new AdvanceFeeFraud(),
                new LearnedOpinion(opinionOf));
        return Stream.concat(scanners(settings, clock), checks.stream()).toList();
    }

    private static Stream<Check> scanners(CheckSettings settings, Clock clock) {
        return settings.scanners().stream()
                .map(scanner -> new ScannerCheck(
                        scanner, new Breaker(clock), settings.requiredScanners().contains(scanner.name())));
    }
}
