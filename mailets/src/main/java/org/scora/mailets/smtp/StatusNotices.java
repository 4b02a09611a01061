package org.scora.mailets.smtp;

import com.google.common.collect.ImmutableMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.mail.internet.AddressException;
import org.apache.james.core.MailAddress;
import org.apache.james.core.MaybeSender;
import org.apache.james.protocols.api.ProtocolSession.AttachmentKey;
import org.apache.james.protocols.api.ProtocolSession.State;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HeloHook;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.MailParametersHook;
import org.apache.james.protocols.smtp.hook.RcptHook;
import org.apache.james.smtpserver.JamesMessageHook;
import org.apache.mailet.DsnParameters;
import org.apache.mailet.DsnParameters.EnvId;
import org.apache.mailet.DsnParameters.Notify;
import org.apache.mailet.DsnParameters.RecipientDsnParameters;
import org.apache.mailet.DsnParameters.Ret;
import org.apache.mailet.DsnParameters.XText;
import org.apache.mailet.Mail;
import org.scora.domain.Refusal;
import org.scora.domain.RefusalReason;

/**
 * Takes what a sender wants to be told of a message: RET, ENVID, NOTIFY and ORCPT (RFC 3461 section 4). James' own hooks
 * break on values that are malformed, and on a recipient that is given twice.
 */
public final class StatusNotices implements HeloHook, MailParametersHook, RcptHook, JamesMessageHook {
    private static final int LONGEST_ENVID = 100;
    private static final int LONGEST_ORCPT = 500;
    private static final String RFC_822 = "rfc822;";

    private static final AttachmentKey<Ret> RET = AttachmentKey.of("scora.dsn.ret", Ret.class);
    private static final AttachmentKey<EnvId> ENVID = AttachmentKey.of("scora.dsn.envid", EnvId.class);
    private static final AttachmentKey<Wishes> WISHES = AttachmentKey.of("scora.dsn.recipients", Wishes.class);

    /** Of each recipient, the last that was said. */
    private record Wishes(Map<MailAddress, RecipientDsnParameters> byRecipient) {}

    @Override
    public Set<String> implementedEsmtpFeatures(SMTPSession session) {
        return Set.of("DSN");
    }

    @Override
    public HookResult doHelo(SMTPSession session, String helo) {
        return HookResult.DECLINED;
    }

    @Override
    public String[] getMailParamNames() {
        return new String[] {DsnParameters.RET_PARAMETER, DsnParameters.ENVID_PARAMETER};
    }

    @Override
    public HookResult doMailParameter(SMTPSession session, String name, String value) {
        try {
            if (name.equals(DsnParameters.RET_PARAMETER)) {
                session.setAttachment(
                        RET, Ret.parse(value).orElseThrow(IllegalArgumentException::new), State.Transaction);
            } else {
                session.setAttachment(ENVID, EnvId.of(bounded(value, LONGEST_ENVID)), State.Transaction);
            }
            return HookResult.DECLINED;
        } catch (IllegalArgumentException e) {
            return malformed(name);
        }
    }

    @Override
    public Set<String> supportedParameters() {
        return Set.of(DsnParameters.NOTIFY_PARAMETER, DsnParameters.ORCPT_PARAMETER);
    }

    @Override
    public HookResult doRcpt(SMTPSession session, MaybeSender sender, MailAddress recipient, Map<String, String> said) {
        Optional<EnumSet<Notify>> notify;
        Optional<MailAddress> original;
        try {
            notify = Optional.ofNullable(said.get(DsnParameters.NOTIFY_PARAMETER))
                    .map(Notify::parse);
        } catch (IllegalArgumentException e) {
            return malformed(DsnParameters.NOTIFY_PARAMETER);
        }
        try {
            original =
                    Optional.ofNullable(said.get(DsnParameters.ORCPT_PARAMETER)).flatMap(StatusNotices::original);
        } catch (IllegalArgumentException e) {
            return malformed(DsnParameters.ORCPT_PARAMETER);
        }
        RecipientDsnParameters.of(notify, original).ifPresent(wishes -> note(session, recipient, wishes));
        return HookResult.DECLINED;
    }

    private static void note(SMTPSession session, MailAddress recipient, RecipientDsnParameters wishes) {
        Wishes all =
                session.getAttachment(WISHES, State.Transaction).orElseGet(() -> new Wishes(new LinkedHashMap<>()));
        all.byRecipient().put(recipient, wishes);
        session.setAttachment(WISHES, all, State.Transaction);
    }

    /** Empty for an address of another kind than mail's, which is not malformed and of no use here. */
    private static Optional<MailAddress> original(String value) {
        String text = bounded(value, LONGEST_ORCPT);
        if (!text.regionMatches(true, 0, RFC_822, 0, RFC_822.length())) {
            return Optional.empty();
        }
        try {
            return Optional.of(new MailAddress(XText.decode(text.substring(RFC_822.length()))));
        } catch (AddressException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String bounded(String value, int longest) {
        if (value.length() > longest) {
            throw new IllegalArgumentException("too long");
        }
        return value;
    }

    private static HookResult malformed(String parameter) {
        return HookAnswers.of(
                new Refusal(501, "5.5.4", "The value of " + parameter + " is malformed", RefusalReason.MALFORMED));
    }

    @Override
    public HookResult onMessage(SMTPSession session, Mail mail) {
        Map<MailAddress, RecipientDsnParameters> wishes = session.getAttachment(WISHES, State.Transaction)
                .map(Wishes::byRecipient)
                .orElse(Map.of());
        DsnParameters.of(
                        session.getAttachment(ENVID, State.Transaction),
                        session.getAttachment(RET, State.Transaction),
                        ImmutableMap.copyOf(wishes))
                .ifPresent(mail::setDsnParameters);
        return HookResult.DECLINED;
    }
}
