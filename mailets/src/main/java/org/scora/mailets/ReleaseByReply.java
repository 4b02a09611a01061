package org.scora.mailets;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.scora.domain.ServiceAddresses;
import org.scora.message.Authentication;
import org.scora.message.IncomingMessage;
import org.scora.message.Summary;
import org.scora.report.digest.ReleaseReplies;
import org.scora.report.digest.ReleaseReplies.Reply;
import org.scora.score.Verdict;
import org.scora.setting.GatewaySettings;
import org.scora.setting.Verb;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Releases what somebody asks for who answers a digest. The answer ends here in any case. */
public final class ReleaseByReply extends GenericMailet {
    /** How it stands in mailetcontainer.xml. */
    public static final Verb VERB = Verb.mailet(
            "ReleaseByReply",
            "Releases the held messages whose receipts stand in an answer to a digest, if the reader of the digest wrote"
                    + " it, with SPF or DKIM as proof, and tells what was done. Ends the mail. Place it behind Score.");

    private static final Logger LOGGER = LoggerFactory.getLogger(ReleaseByReply.class);

    private final ReleaseReplies replies;
    private final ServiceAddresses gateway;

    @Inject
    public ReleaseByReply(ReleaseReplies replies, GatewaySettings settings) {
        this.replies = replies;
        this.gateway = new ServiceAddresses(settings.get(GatewaySettings.HOSTNAME));
    }

    @Override
    public void init() throws MessagingException {
        Parameters.of(getMailetConfig(), VERB);
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        MailStory story = MailStory.of(mail);
        if (story.isAutomatic() || story.sender().isEmpty()) {
            LOGGER.info("{} was written by a program; it releases nothing", story.receipt());
        } else {
            IncomingMessage message =
                    IncomingMessage.read(new ByteArrayInputStream(MailSource.bytes(mail)), story.envelope());
            story.recipients().stream()
                    .map(gateway::releaseToken)
                    .flatMap(Optional::stream)
                    .forEach(token -> replies.take(reply(token, story, message)));
        }
        mail.setState(Mail.GHOST);
    }

    private static Reply reply(String token, MailStory story, IncomingMessage message) {
        Summary summary = story.summary();
        return new Reply(
                token,
                summary.from(),
                summary.subject(),
                message.text(),
                story.verdict().map(Verdict::authentication).orElseGet(Authentication::none),
                story.receipt(),
                summary.messageId());
    }
}
