package org.scora.mailets.smtp;

import java.io.UncheckedIOException;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.core.MailAddress;
import org.apache.james.core.MaybeSender;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.HookReturnCode;
import org.apache.james.protocols.smtp.hook.RcptHook;
import org.scora.domain.RecipientGate;
import org.scora.domain.Refusal;

/** Takes recipients of active protected domains and refuses all others. */
public final class KnownRecipients implements RcptHook {
    private final RecipientGate gate;

    @Inject
    public KnownRecipients(RecipientGate gate) {
        this.gate = gate;
    }

    @Override
    public HookResult doRcpt(SMTPSession session, MaybeSender sender, MailAddress recipient) {
        return refusal(recipient.asString()).map(KnownRecipients::answer).orElse(HookResult.OK);
    }

    private Optional<Refusal> refusal(String recipient) {
        try {
            return gate.refusalFor(recipient);
        } catch (UncheckedIOException e) {
            return Optional.of(Refusal.notNow());
        }
    }

    private static HookResult answer(Refusal refusal) {
        return HookResult.builder()
                .hookReturnCode(refusal.temporary() ? HookReturnCode.denySoft() : HookReturnCode.deny())
                .smtpReturnCode(Integer.toString(refusal.code()))
                .smtpDescription(refusal.enhancedCode() + " " + refusal.text())
                .build();
    }
}
