package org.scora.mailets.smtp;

import java.util.regex.Pattern;
import org.apache.james.core.MaybeSender;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HeloHook;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.MailHook;
import org.scora.domain.Refusal;
import org.scora.domain.RefusalReason;

/**
 * Takes greetings and senders that are plain text of a sane length (RFC 5321 section 4.5.3.1): they are written into
 * header fields, notifications and the log.
 */
public final class PlainNames implements HeloHook, MailHook {
    private static final Pattern HELO = Pattern.compile("[\\x21-\\x7e&&[^()<>@,;\\\\\"]]{1,255}");
    private static final Pattern SENDER = Pattern.compile("[\\x20-\\x7e]{0,320}");

    @Override
    public HookResult doHelo(SMTPSession session, String helo) {
        return HELO.matcher(helo).matches()
                ? HookResult.DECLINED
                : HookAnswers.of(
                        session,
                        new Refusal(
                                501,
                                "5.5.2",
                                "The greeting needs a host name or an address literal",
                                RefusalReason.MALFORMED));
    }

    @Override
    public HookResult doMail(SMTPSession session, MaybeSender sender) {
        return SENDER.matcher(sender.asString("")).matches()
                ? HookResult.DECLINED
                : HookAnswers.of(
                        session,
                        new Refusal(
                                501,
                                "5.1.7",
                                "The sender's address is not plain or too long",
                                RefusalReason.MALFORMED));
    }
}
