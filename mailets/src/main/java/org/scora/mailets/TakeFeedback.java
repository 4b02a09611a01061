package org.scora.mailets;

import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.scora.domain.ServiceAddresses;
import org.scora.feedback.Feedback;
import org.scora.feedback.FeedbackAnswers;
import org.scora.message.Addresses;
import org.scora.message.Outbox;
import org.scora.setting.GatewaySettings;
import org.scora.setting.Verb;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what people say about their mail, if SPF or DKIM proves who they are, and answers them. Mail ends here in any case,
 * without an answer to a stranger or to a program that answers by itself.
 */
public final class TakeFeedback extends GenericMailet {
    /** How it stands in mailetcontainer.xml. */
    public static final Verb VERB = Verb.mailet(
            "TakeFeedback",
            "Teaches the filter that the messages attached are unwanted, or wanted when the mail is for notspam@ this"
                    + " gateway, if the sender is one of their recipients and SPF or DKIM proves it; answers what was"
                    + " done. Takes reports by RFC 5965 too. Ends the mail. Place it behind Score.");

    private static final Logger LOGGER = LoggerFactory.getLogger(TakeFeedback.class);

    private final ServiceAddresses gateway;
    private final Feedback feedback;
    private final FeedbackAnswers answers;
    private final Outbox outbox;

    @Inject
    public TakeFeedback(GatewaySettings settings, Feedback feedback, FeedbackAnswers answers, Outbox outbox) {
        this.gateway = new ServiceAddresses(settings.get(GatewaySettings.HOSTNAME));
        this.feedback = feedback;
        this.answers = answers;
        this.outbox = outbox;
    }

    @Override
    public void init() throws MessagingException {
        Parameters.of(getMailetConfig(), VERB);
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        MailStory story = MailStory.of(mail);
        Optional<String> reporter = story.sender().filter(sender -> isProven(sender, story));
        if (reporter.isPresent()) {
            take(mail, story, reporter.get());
        } else {
            LOGGER.info(
                    "{} from {} says what mail is, without proof of who it is from",
                    story.receipt(),
                    story.sender().orElse("<>"));
        }
        mail.setState(Mail.GHOST);
    }

    private void take(Mail mail, MailStory story, String reporter) throws MessagingException {
        List<String> recipients = story.recipients();
        boolean unwanted = recipients.stream().noneMatch(gateway.notSpam()::equalsIgnoreCase);
        Feedback.Result result = feedback.take(MailSource.bytes(mail), reporter, unwanted);
        if (!result.automatic() && !story.isAutomatic()) {
            Optional<String> messageId = Optional.ofNullable(mail.getMessage().getMessageID());
            outbox.send(answers.to(reporter, story.receipt(), messageId, result));
        }
    }

    private static boolean isProven(String sender, MailStory story) {
        return Addresses.domainOf(sender)
                .filter(domain -> story.verdict().stream()
                        .anyMatch(verdict -> verdict.authentication().proves(domain)))
                .isPresent();
    }
}
