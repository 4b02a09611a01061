package org.scora.mailets.smtp;

import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.core.MailAddress;
import org.apache.james.core.MaybeSender;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.RcptHook;
import org.scora.domain.RecipientGate;
import org.scora.domain.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes recipients of active protected domains, and refuses all others whoever asks: nobody relays through this
 * gateway. To stand before James' own handlers; hooks that also have a say about recipients have to stand before this
 * one, since James asks no further hook about a recipient that was taken.
 */
public final class KnownRecipients implements RcptHook {
    private static final Logger LOGGER = LoggerFactory.getLogger(KnownRecipients.class);

    private final RecipientGate gate;

    @Inject
    public KnownRecipients(RecipientGate gate) {
        this.gate = gate;
    }

    @Override
    public HookResult doRcpt(SMTPSession session, MaybeSender sender, MailAddress recipient) {
        return refusal(recipient.asString())
                .map(refusal -> HookAnswers.of(session, refusal))
                .orElse(HookResult.OK);
    }

    private Optional<Refusal> refusal(String recipient) {
        try {
            return gate.refusalFor(recipient);
        } catch (RuntimeException e) {
            LOGGER.warn("it can not be told whether mail to {} is taken, so it is put off", recipient, e);
            return Optional.of(Refusal.notNow());
        }
    }
}
