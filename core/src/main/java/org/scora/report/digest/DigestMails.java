package org.scora.report.digest;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;
import org.scora.domain.ServiceAddresses;
import org.scora.message.OutgoingMail;
import org.scora.people.LinkAddress;
import org.scora.people.Links;
import org.scora.quarantine.DigestLog.Contents;
import org.scora.quarantine.DigestLog.Digest;
import org.scora.quarantine.HeldMessage;
import org.scora.report.Alternatives;
import org.scora.report.AutomaticMail;
import org.scora.score.Weights;

/** Makes the mail of a digest. The same digest has the same Message-ID, and all of a mailbox are one thread. */
public final class DigestMails {
    private static final String TEMPLATE = "digest.jte";
    private static final int HASH = 24;

    private final String gateway;
    private final AutomaticMail mail;
    private final Links links;
    private final LinkAddress addresses;
    private final Supplier<Weights> weights;

    /**
     * @param gateway the host name of this gateway
     * @param weights those that hold now, also of findings of the operator's own
     */
    public DigestMails(String gateway, Links links, LinkAddress addresses, Supplier<Weights> weights) {
        this.gateway = gateway;
        this.mail = new AutomaticMail(gateway);
        this.links = links;
        this.addresses = addresses;
        this.weights = weights;
    }

    OutgoingMail write(Digest digest, Contents contents, DigestReader reader) {
        DigestLinks issued = links(digest, contents, reader, links::issueAll);
        DigestView view = new DigestWriter(reader, issued, weights.get(), gateway).view(contents);
        String thread = "digest-"
                + Hashing.sha256()
                        .hashString(digest.owner(), StandardCharsets.UTF_8)
                        .toString()
                        .substring(0, HASH);
        String id = thread + "-" + digest.number();
        return mail.from(reader.words().say("brand.name"))
                .write(
                        id,
                        reader.addresses(),
                        reader.words().say("digest.subject", contents.total(), digest.owner()),
                        digest.at(),
                        message -> {
                            message.setContent(Alternatives.of(TEMPLATE, view));
                            addHeaders(message, mail.messageId(thread), issued, reader);
                        });
    }

    private void addHeaders(MimeMessage message, String root, DigestLinks issued, DigestReader reader)
            throws MessagingException {
        message.setHeader("In-Reply-To", root);
        message.setHeader("References", root);
        message.setHeader("Reply-To", new ServiceAddresses(gateway).release(issued.replyToken()));
        message.setHeader("Content-Language", reader.words().language());
        if (reader.mayEnd()) {
            message.setHeader("List-Unsubscribe", "<" + issued.off() + ">");
            // RFC 8058 section 3.1: by HTTPS only
            if ("https".equals(issued.off().getScheme())) {
                message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
        }
    }

    /** The text part as it would be sent, with links that lead nowhere. */
    String preview(Digest digest, Contents contents, DigestReader reader) {
        DigestLinks nowhere = links(
                digest,
                contents,
                reader,
                all -> all.stream().map(link -> "made-when-it-is-sent").toList());
        return Alternatives.text(TEMPLATE, new DigestWriter(reader, nowhere, weights.get(), gateway).view(contents));
    }

    private DigestLinks links(Digest digest, Contents contents, DigestReader reader, DigestLinks.Issuer issuer) {
        return DigestLinks.issue(
                digest.owner(),
                digest.at(),
                contents.messages(),
                contents.messages().stream().collect(Collectors.toMap(HeldMessage::key, reader::keptUntil)),
                issuer,
                addresses);
    }
}
