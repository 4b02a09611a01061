package org.scora.mailets.smtp;

import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.core.MailAddress;
import org.apache.james.protocols.api.ProtocolSession.AttachmentKey;
import org.apache.james.protocols.api.ProtocolSession.State;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.api.handler.LineHandler;
import org.apache.james.protocols.smtp.SMTPResponse;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.core.DataLineFilter;
import org.apache.james.protocols.smtp.core.RcptCmdHandler;
import org.apache.james.protocols.smtp.hook.Hook;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.HookResultHook;
import org.apache.james.protocols.smtp.hook.HookReturnCode.Action;
import org.apache.james.protocols.smtp.hook.MessageHook;
import org.apache.james.protocols.smtp.hook.RcptHook;
import org.apache.james.smtpserver.JamesMessageHook;
import org.jspecify.annotations.Nullable;
import org.scora.domain.Refusal;
import org.scora.prefilter.Door;
import org.scora.prefilter.Refusals;

/**
 * Completes every refusal of a hook, whoever's it is, with its receipt and with where to find help, and has it counted and
 * written into the journal. A session in which nearly nothing but refusals happens is ended.
 */
public final class SaidRefusals implements HookResultHook, DataLineFilter {
    private static final AttachmentKey<Integer> REFUSALS = AttachmentKey.of("scora.refusals", Integer.class);

    /** What James says of a message that is too large, whatever its hook had said. */
    private static final String TOO_LARGE = "552 Quota exceeded";

    private static final AttachmentKey<Refusal> OF_MESSAGE = AttachmentKey.of("scora.refused", Refusal.class);

    private final Door door;
    private final Refusals refusals;

    @Inject
    public SaidRefusals(Door door) {
        this.door = door;
        this.refusals = door.refusals();
    }

    @Override
    public HookResult onHookResult(SMTPSession session, HookResult result, long milliseconds, Hook hook) {
        Action action = result.getResult().getAction();
        if (action == Action.OK && hook instanceof RcptHook) {
            door.filters().knew(SmtpAttempts.of(session));
            session.setAttachment(REFUSALS, 0, State.Connection);
        }
        return action == Action.DENY || action == Action.DENYSOFT ? completed(session, result, hook) : result;
    }

    private HookResult completed(SMTPSession session, HookResult result, Hook hook) {
        int before = session.getAttachment(REFUSALS, State.Connection).orElse(0);
        session.setAttachment(REFUSALS, before + 1, State.Connection);
        Refusal refusal = refusals.unlessTooMany(HookAnswers.refusal(session, result), before);
        Refusal complete = refusals.complete(SmtpAttempts.of(session), recipients(session, hook), refusal);
        if (hook instanceof MessageHook) {
            session.setAttachment(OF_MESSAGE, complete, State.Connection);
        }
        boolean goodbye = result.getResult().isDisconnected();
        return goodbye ? HookAnswers.of(complete, true) : HookAnswers.of(complete);
    }

    @Override
    public @Nullable Response onLine(SMTPSession session, byte[] line, LineHandler<SMTPSession> next) {
        Response response = next.onLine(session, line);
        if (response == null || !response.getLines().get(0).toString().equals(TOO_LARGE)) {
            return response;
        }
        return session.removeAttachment(OF_MESSAGE, State.Connection)
                .<Response>map(refusal -> new SMTPResponse(
                        Integer.toString(refusal.code()), refusal.enhancedCode() + " " + refusal.text()))
                .orElse(response);
    }

    private static List<String> recipients(SMTPSession session, Hook hook) {
        if (hook instanceof RcptHook) {
            Optional<MailAddress> current = session.getAttachment(RcptCmdHandler.CURRENT_RECIPIENT, State.Transaction);
            return current.map(MailAddress::asString).stream().toList();
        }
        return hook instanceof JamesMessageHook || hook instanceof MessageHook
                ? SmtpAttempts.recipients(session)
                : List.of();
    }

    /** The server ends: what was refused last is written. */
    @Override
    public void destroy() {
        door.close();
    }
}
