package org.scora.mailets.smtp;

import java.util.Optional;
import org.apache.james.protocols.api.ProtocolSession.AttachmentKey;
import org.apache.james.protocols.api.ProtocolSession.State;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.HookReturnCode;
import org.apache.james.protocols.smtp.hook.HookReturnCode.Action;
import org.scora.domain.Refusal;
import org.scora.domain.RefusalReason;

/** Refusals in the words of James' SMTP server, and back. */
final class HookAnswers {
    /** RFC 5321 section 3.8: said by a server that then closes the connection. */
    private static final int GOODBYE = 421;

    private static final AttachmentKey<Refusal> LAST = AttachmentKey.of("scora.refusal", Refusal.class);

    private HookAnswers() {}

    /** An answer whose reason {@link SaidRefusals} is told. */
    static HookResult of(SMTPSession session, Refusal refusal) {
        session.setAttachment(LAST, refusal, State.Connection);
        return of(refusal);
    }

    /** An answer that is complete. */
    static HookResult of(Refusal refusal) {
        return of(refusal, refusal.code() == GOODBYE);
    }

    /** @param goodbye whether the connection is closed behind it */
    static HookResult of(Refusal refusal, boolean goodbye) {
        Action action = refusal.temporary() ? Action.DENYSOFT : Action.DENY;
        return HookResult.builder()
                .hookReturnCode(goodbye ? HookReturnCode.disconnected(action) : HookReturnCode.connected(action))
                .smtpReturnCode(Integer.toString(refusal.code()))
                .smtpDescription(refusal.enhancedCode() + " " + refusal.text())
                .build();
    }

    /** The refusal that an answer is; without a reason when {@link #of(SMTPSession, Refusal)} did not make it. */
    static Refusal refusal(SMTPSession session, HookResult result) {
        String code = Optional.ofNullable(result.getSmtpRetCode()).orElse("");
        String said = Optional.ofNullable(result.getSmtpDescription()).orElse("");
        Optional<Refusal> last = session.getAttachment(LAST, State.Connection);
        session.removeAttachment(LAST, State.Connection);
        return last.filter(refusal -> said.equals(refusal.enhancedCode() + " " + refusal.text()))
                .orElseGet(() -> parsed(code, said, result.getResult().getAction() == Action.DENYSOFT));
    }

    /** Of James' own hooks, the one whose meaning matters is that of the largest message. */
    private static RefusalReason reason(String enhancedCode) {
        return enhancedCode.equals("5.3.4") ? RefusalReason.TOO_LARGE : RefusalReason.OTHER;
    }

    private static Refusal parsed(String code, String said, boolean temporary) {
        String[] parts = said.split(" ", 2);
        boolean enhanced = parts.length == 2 && parts[0].matches("[245]\\.\\d{1,3}\\.\\d{1,3}");
        return new Refusal(
                code.matches("[45]\\d\\d") ? Integer.parseInt(code) : temporary ? 451 : 554,
                enhanced ? parts[0] : temporary ? "4.0.0" : "5.0.0",
                enhanced ? parts[1] : said.isBlank() ? "This is not taken" : said,
                reason(parts[0]));
    }
}
