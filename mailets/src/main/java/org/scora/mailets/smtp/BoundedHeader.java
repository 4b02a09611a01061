package org.scora.mailets.smtp;

import java.util.Optional;
import org.apache.james.protocols.api.ProtocolSession.AttachmentKey;
import org.apache.james.protocols.api.ProtocolSession.State;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.api.handler.LineHandler;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.core.DataLineFilter;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.smtpserver.JamesMessageHook;
import org.apache.mailet.Mail;
import org.jspecify.annotations.Nullable;
import org.scora.domain.Refusal;
import org.scora.domain.RefusalReason;

/**
 * Refuses a message whose header has more lines than any program writes. James makes an object of every field, and
 * millions of them, which fit into one message, leave no memory for anybody else.
 */
public final class BoundedHeader implements DataLineFilter, JamesMessageHook {
    /** Mailing lists and long ways make some hundred. */
    static final int MOST_LINES = 20_000;

    private static final int TERMINATOR_LENGTH = 3;
    private static final Refusal TOO_MANY_LINES = new Refusal(
            552, "5.3.4", "The header of the message has more than " + MOST_LINES + " lines", RefusalReason.MALFORMED);
    private static final int BEHIND_THE_HEADER = -1;
    private static final AttachmentKey<Integer> LINES = AttachmentKey.of("SCORA_HEADER_LINES", Integer.class);

    @Override
    public @Nullable Response onLine(SMTPSession session, byte[] line, LineHandler<SMTPSession> next) {
        int lines = lines(session);
        if (lines > MOST_LINES && !isTerminator(line)) {
            return null;
        }
        if (lines != BEHIND_THE_HEADER) {
            session.setAttachment(LINES, isEmpty(line) ? BEHIND_THE_HEADER : lines + 1, State.Transaction);
        }
        return next.onLine(session, line);
    }

    @Override
    public HookResult onMessage(SMTPSession session, Mail mail) {
        return lines(session) > MOST_LINES ? HookAnswers.of(session, TOO_MANY_LINES) : HookResult.DECLINED;
    }

    private static int lines(SMTPSession session) {
        return Optional.ofNullable(session.getAttachment(LINES, State.Transaction))
                .flatMap(lines -> lines)
                .orElse(0);
    }

    private static boolean isTerminator(byte[] line) {
        return line.length == TERMINATOR_LENGTH && line[0] == '.';
    }

    private static boolean isEmpty(byte[] line) {
        return line.length == 2 && line[0] == '\r';
    }
}
