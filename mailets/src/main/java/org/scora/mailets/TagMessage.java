package org.scora.mailets;

import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.scora.message.AuthenticationResults;
import org.scora.message.RawHeaders;
import org.scora.policy.Decision;
import org.scora.policy.Disposition;
import org.scora.policy.Sensitivity;
import org.scora.score.Verdict;
import org.scora.setting.GatewaySettings;
import org.scora.setting.Setting;
import org.scora.setting.Verb;

/**
 * Writes what was found into the header, and takes out what a sender forged of it. Every other byte stays as it came, so
 * that the sender's DKIM signature holds.
 */
public final class TagMessage extends GenericMailet {
    private static final Setting<Sensitivity> REQUIRED = Setting.optional(
            "required",
            Sensitivity.KIND,
            "normal",
            Sensitivity::parse,
            "The score that X-Spam-Status names as required; it decides whether a mail is called spam where nothing"
                    + " was decided for its recipients.");

    /** How it stands in mailetcontainer.xml. */
    public static final Verb VERB = Verb.mailet(
            "TagMessage",
            "Removes forged header fields of ours and writes Authentication-Results, X-Spam-Flag (only on spam),"
                    + " X-Spam-Status, X-Spam-Score and X-Scora-Id.",
            REQUIRED);

    private final String hostname;
    private double required;

    @Inject
    public TagMessage(GatewaySettings gateway) {
        this.hostname = gateway.get(GatewaySettings.HOSTNAME);
    }

    @Override
    public void init() throws MessagingException {
        required = Parameters.of(getMailetConfig(), VERB).get(REQUIRED).score();
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        RawHeaders headers = RawHeaders.of(MailSource.bytes(mail))
                .remove(RawHeaders.named("X-Spam-"))
                .remove(RawHeaders.named("X-Scora-"))
                .remove(AuthenticationResults.claimingToBe(hostname));
        addTo(headers, MailStory.of(mail));
        MailSource.replace(mail, headers.toBytes());
    }

    private void addTo(RawHeaders headers, MailStory story) {
        Optional<Verdict> verdict = story.verdict();
        verdict.ifPresent(scored -> {
            headers.add(
                    AuthenticationResults.NAME,
                    AuthenticationResults.value(
                            scored.authentication(), hostname, story.sender().isEmpty()));
            new SpamHeaders(scored, isSpam(scored, story), required)
                    .fields()
                    .forEach(field -> headers.add(field.name(), field.value()));
        });
        headers.add("X-Scora-Id", story.receipt());
    }

    private boolean isSpam(Verdict verdict, MailStory story) {
        List<Decision> decisions = story.decisionsForRecipients();
        return decisions.isEmpty()
                ? verdict.score() >= required
                : decisions.stream().anyMatch(decision -> decision.disposition() != Disposition.NORMAL);
    }
}
