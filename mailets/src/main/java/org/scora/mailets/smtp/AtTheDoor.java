package org.scora.mailets.smtp;

import java.util.Optional;
import java.util.function.Supplier;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.core.MaybeSender;
import org.apache.james.protocols.api.ProtocolSession.AttachmentKey;
import org.apache.james.protocols.api.ProtocolSession.State;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HeloHook;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.MailHook;
import org.apache.james.protocols.smtp.hook.RcptHook;
import org.apache.james.smtpserver.JamesMessageHook;
import org.apache.mailet.Mail;
import org.scora.domain.Refusal;
import org.scora.prefilter.Door;
import org.scora.prefilter.PreFilters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the pre-filters. To stand before {@link KnownRecipients}; a failure of theirs puts the mail off. */
public final class AtTheDoor implements HeloHook, MailHook, RcptHook, JamesMessageHook {
    private static final Logger LOGGER = LoggerFactory.getLogger(AtTheDoor.class);
    private static final AttachmentKey<Boolean> COUNTED = AttachmentKey.of("scora.counted", Boolean.class);

    private final PreFilters filters;

    @Inject
    public AtTheDoor(Door door) {
        this.filters = door.filters();
    }

    @Override
    public HookResult doHelo(SMTPSession session, String helo) {
        return answer(session, () -> ofClient(session));
    }

    @Override
    public HookResult doMail(SMTPSession session, MaybeSender sender) {
        return answer(session, () -> ofClient(session).or(() -> filters.ofSender(SmtpAttempts.of(session))));
    }

    /** Not at the connection: behind a proxy the client's address is not known then. */
    private Optional<Refusal> ofClient(SMTPSession session) {
        if (session.getAttachment(COUNTED, State.Connection).isPresent()) {
            return Optional.empty();
        }
        session.setAttachment(COUNTED, true, State.Connection);
        return filters.ofClient(SmtpAttempts.of(session));
    }

    @Override
    public HookResult doRcpt(SMTPSession session, MaybeSender sender, MailAddress recipient) {
        return answer(
                session,
                () -> filters.ofRecipient(
                        SmtpAttempts.of(session), recipient.asString(), SmtpAttempts.recipients(session)));
    }

    @Override
    public HookResult onMessage(SMTPSession session, Mail mail) {
        return answer(session, () -> {
            try {
                return filters.ofMessage(mail.getMessageSize(), SmtpAttempts.recipients(session));
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static HookResult answer(SMTPSession session, Supplier<Optional<Refusal>> question) {
        try {
            return question.get()
                    .map(refusal -> HookAnswers.of(session, refusal))
                    .orElse(HookResult.DECLINED);
        } catch (RuntimeException e) {
            LOGGER.warn("it can not be told whether mail is taken, so it is put off", e);
            return HookAnswers.of(session, Refusal.notNow());
        }
    }
}
