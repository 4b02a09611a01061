package org.scora.mailets.smtp;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.james.core.MaybeSender;
import org.apache.james.protocols.api.ProtocolSession.AttachmentKey;
import org.apache.james.protocols.api.ProtocolSession.State;
import org.apache.james.protocols.smtp.SMTPSession;
import org.scora.prefilter.Attempt;

/** What a session of James' SMTP server has of the message that a client wants to bring. */
final class SmtpAttempts {
    /** Under this key James notes SIZE. */
    private static final AttachmentKey<Integer> SIZE = AttachmentKey.of("MESG_SIZE", Integer.class);

    private SmtpAttempts() {}

    static Attempt of(SMTPSession session) {
        return new Attempt(
                Optional.ofNullable(session.getRemoteAddress()).map(InetSocketAddress::getAddress),
                session.getAttachment(SMTPSession.CURRENT_HELO_NAME, State.Connection),
                session.getAttachment(SMTPSession.SENDER, State.Transaction)
                        .flatMap(MaybeSender::asOptional)
                        .map(sender -> sender.asString()),
                session.getAttachment(SIZE, State.Transaction)
                        .map(size -> OptionalLong.of(size))
                        .orElse(OptionalLong.empty()));
    }

    /** The message's recipients so far. */
    static List<String> recipients(SMTPSession session) {
        return session.getAttachment(SMTPSession.RCPT_LIST, State.Transaction).orElse(List.of()).stream()
                .map(recipient -> recipient.asString())
                .toList();
    }
}
