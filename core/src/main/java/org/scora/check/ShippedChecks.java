package org.scora.check;

import java.time.Clock;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.scora.check.attachment.ExecutableAttachment;
import org.scora.check.attachment.KnownTestFiles;
import org.scora.check.auth.SenderAuthentication;
import org.scora.check.header.BulkMarkers;
import org.scora.check.header.ClaimedMailer;
import org.scora.check.header.DateSanity;
import org.scora.check.header.HeaderCounts;
import org.scora.check.header.HeaderSanity;
import org.scora.check.header.MessageIdShape;
import org.scora.check.header.ReceivedSanity;
import org.scora.check.header.ReplyToElsewhere;
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
import org.scora.check.link.BrandedHost;
import org.scora.check.link.HostForAnyone;
import org.scora.check.link.LinkMismatch;
import org.scora.check.link.LookalikeHost;
import org.scora.check.link.ManySites;
import org.scora.check.link.OddLink;
import org.scora.check.link.OpenRedirector;
import org.scora.check.structure.BrokenStructure;
import org.scora.check.text.CryptoAddress;
import org.scora.check.text.DisguisedWords;
import org.scora.check.text.FraudWords;
import org.scora.check.text.Gtube;
import org.scora.dns.Dns;
import org.scora.dns.PublicSuffixes;
import org.scora.learn.Learner;
import org.scora.message.IncomingMessage;

/** The checks that Scora comes with. */
public final class ShippedChecks {
    private ShippedChecks() {}

    /** @param gatewayHostname this gateway's name, for SPF's macros */
    public static List<Check> all(Dns dns, Learner learner, String gatewayHostname) {
        return all(dns, learner::opinionOf, gatewayHostname, PublicSuffixes.bundled(), Clock.systemUTC());
    }

    static List<Check> all(
            Dns dns,
            ToDoubleFunction<IncomingMessage> opinionOf,
            String gatewayHostname,
            PublicSuffixes suffixes,
            Clock clock) {
        Brands brands = Brands.shipped(suffixes);
        KnownHosts hosts = KnownHosts.shipped();
        return List.of(
                // First, because it waits for the DNS while the others reckon.
                new SenderAuthentication(dns, suffixes, gatewayHostname, clock),
                new BrokenStructure(),
                new DateSanity(clock),
                new HeaderSanity(suffixes),
                new ReplyToElsewhere(suffixes, hosts),
                new BulkMarkers(),
                new MessageIdShape(suffixes),
                new HeaderCounts(),
                new ClaimedMailer(),
                new SenderName(suffixes, brands),
                new SubjectTricks(),
                new ReceivedSanity(),
                new LinkMismatch(suffixes),
                new LookalikeHost(),
                new BrandedHost(suffixes, brands),
                new HostForAnyone(hosts),
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
                new Gtube(),
                new FraudWords(),
                new CryptoAddress(),
                new DisguisedWords(),
                new LearnedOpinion(opinionOf));
    }
}
