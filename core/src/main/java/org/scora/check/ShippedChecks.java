package org.scora.check;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.scora.check.attachment.ArchiveTrap;
import org.scora.check.attachment.EncryptedFile;
import org.scora.check.attachment.ExecutableAttachment;
import org.scora.check.attachment.HtmlAttachment;
import org.scora.check.attachment.KnownTestFiles;
import org.scora.check.attachment.LauncherAttachment;
import org.scora.check.attachment.MisleadingName;
import org.scora.check.attachment.NotedParts;
import org.scora.check.attachment.OfficeMacro;
import org.scora.check.attachment.PdfAction;
import org.scora.check.attachment.QrCode;
import org.scora.check.auth.SenderAuthentication;
import org.scora.check.dnslist.DnsLists;
import org.scora.check.header.BulkMarkers;
import org.scora.check.header.ClaimedMailer;
import org.scora.check.header.DateSanity;
import org.scora.check.header.Decoration;
import org.scora.check.header.HeaderCounts;
import org.scora.check.header.HeaderSanity;
import org.scora.check.header.MailMerge;
import org.scora.check.header.MessageIdShape;
import org.scora.check.header.ReceivedSanity;
import org.scora.check.header.ReplyToElsewhere;
import org.scora.check.header.SenderDomain;
import org.scora.check.header.SenderName;
import org.scora.check.header.SubjectTricks;
import org.scora.check.html.ActiveHtml;
import org.scora.check.html.FormAsksPassword;
import org.scora.check.html.HiddenText;
import org.scora.check.html.PictureInsteadOfText;
import org.scora.check.html.VeiledHtml;
import org.scora.check.known.Brands;
import org.scora.check.known.KnownHosts;
import org.scora.check.learned.LearnedOpinion;
import org.scora.check.link.BorrowedPicture;
import org.scora.check.link.BrandedHost;
import org.scora.check.link.HostForAnyone;
import org.scora.check.link.LinkMismatch;
import org.scora.check.link.LookalikeHost;
import org.scora.check.link.ManySites;
import org.scora.check.link.OddLink;
import org.scora.check.link.OpenRedirector;
import org.scora.check.link.ThrowawayHost;
import org.scora.check.scanner.Breaker;
import org.scora.check.scanner.ScannerCheck;
import org.scora.check.structure.BrokenStructure;
import org.scora.check.text.CryptoAddress;
import org.scora.check.text.DisguisedWords;
import org.scora.check.text.FraudWords;
import org.scora.check.text.Gtube;
import org.scora.dns.Dns;
import org.scora.dns.PublicSuffixes;
import org.scora.learn.Learner;
import org.scora.learn.Opinion;
import org.scora.message.IncomingMessage;

/** The checks that Scora comes with. */
public final class ShippedChecks {
    private ShippedChecks() {}

    /** With nothing set up but the gateway's name. */
    public static List<Check> all(Dns dns, Learner learner, String gatewayHostname) {
        return all(dns, () -> learner, CheckSettings.plain(gatewayHostname));
    }

    /** @param learner the one that is asked about the next message; it may be another one each time */
    public static List<Check> all(Dns dns, Supplier<Learner> learner, CheckSettings settings) {
        List<Check> checks = all(
                dns,
                message -> learner.get().opinionOf(message),
                settings,
                PublicSuffixes.bundled(),
                Clock.systemUTC());
        checks.forEach(Check::prepare);
        return checks;
    }

    static List<Check> all(
            Dns dns,
            Function<IncomingMessage, Opinion> opinionOf,
            CheckSettings settings,
            PublicSuffixes suffixes,
            Clock clock) {
        Brands brands = Brands.shipped(suffixes);
        KnownHosts hosts = KnownHosts.shipped();
        List<Check> checks = List.of(
                // First, because they wait for others while the rest reckons.
                new SenderAuthentication(dns, suffixes, settings.trustedSealers(), settings.gatewayHostname(), clock),
                new DnsLists(settings.dnsLists(), dns, suffixes, clock),
                new BrokenStructure(),
                new DateSanity(clock),
                new HeaderSanity(suffixes),
                new ReplyToElsewhere(suffixes, hosts),
                new BulkMarkers(),
                new MessageIdShape(suffixes),
                new HeaderCounts(),
                new ClaimedMailer(),
                new SenderName(suffixes, brands),
                new SenderDomain(hosts),
                new SubjectTricks(),
                new Decoration(),
                new MailMerge(),
                new ReceivedSanity(),
                new LinkMismatch(suffixes),
                new LookalikeHost(),
                new BrandedHost(suffixes, brands),
                new HostForAnyone(hosts),
                new ThrowawayHost(),
                new BorrowedPicture(hosts),
                new OpenRedirector(suffixes),
                new OddLink(),
                new ManySites(),
                new HiddenText(),
                new FormAsksPassword(),
                new ActiveHtml(),
                new PictureInsteadOfText(),
                new VeiledHtml(),
                new ExecutableAttachment(),
                new KnownTestFiles(),
                new LauncherAttachment(),
                new MisleadingName(),
                new OfficeMacro(),
                new ArchiveTrap(),
                new EncryptedFile(),
                new HtmlAttachment(),
                new PdfAction(),
                new QrCode(),
                new NotedParts(),
                new Gtube(),
                new FraudWords(),
                new CryptoAddress(),
                new DisguisedWords(),
                new LearnedOpinion(opinionOf));
        return Stream.concat(scanners(settings, clock), checks.stream()).toList();
    }

    private static Stream<Check> scanners(CheckSettings settings, Clock clock) {
        return settings.scanners().stream()
                .map(scanner -> new ScannerCheck(
                        scanner, new Breaker(clock), settings.requiredScanners().contains(scanner.name())));
    }
}
