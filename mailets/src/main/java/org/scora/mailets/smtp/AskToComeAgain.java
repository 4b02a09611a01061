package org.scora.mailets.smtp;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.commons.configuration2.Configuration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.james.core.MailAddress;
import org.apache.james.core.MaybeSender;
import org.apache.james.protocols.api.ProtocolSession.AttachmentKey;
import org.apache.james.protocols.api.ProtocolSession.State;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.RcptHook;
import org.scora.domain.RecipientGate;
import org.scora.domain.Refusal;
import org.scora.setting.Setting;
import org.scora.setting.Settings;
import org.scora.trust.Greylisting;
import org.scora.trust.Promptly;
import org.scora.trust.Visitor;
import org.scora.trust.Visitors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks senders of whom nothing is known to come again, for recipients whose domain wants that. Whatever hinders it, they are
 * let in. The null sender always is: who checks an address of ours by asking here would take the answer for a no. To stand
 * before KnownRecipients, which has the last word on recipients.
 */
public final class AskToComeAgain implements RcptHook {
    private static final Logger LOGGER = LoggerFactory.getLogger(AskToComeAgain.class);
    private static final AttachmentKey<Visitor> VISITOR = AttachmentKey.of("scora.visitor", Visitor.class);

    private static final Setting<Integer> AT_ONCE =
            Setting.number("atOnce", 16, 1, 1000, "Of how many senders it is found out at the same time who they are.");
    private static final Setting<Integer> SECONDS =
            Setting.number("seconds", 4, 1, 60, "How long that may take; later they are let in.");

    private final RecipientGate gate;
    private final Visitors visitors;
    private final Greylisting greylisting;
    private Optional<Promptly> promptly = Optional.empty();

    @Inject
    public AskToComeAgain(RecipientGate gate, Visitors visitors, Greylisting greylisting) {
        this.gate = gate;
        this.visitors = visitors;
        this.greylisting = greylisting;
    }

    @Override
    public void init(Configuration config) throws ConfigurationException {
        Settings settings = HookParameters.of(config, "AskToComeAgain", List.of(AT_ONCE, SECONDS));
        promptly = Optional.of(new Promptly(
                "who comes for the first time", settings.get(AT_ONCE), Duration.ofSeconds(settings.get(SECONDS))));
    }

    @Override
    public void destroy() {
        promptly.ifPresent(Promptly::close);
    }

    @Override
    public HookResult doRcpt(SMTPSession session, MaybeSender sender, MailAddress recipient) {
        return refusal(session, sender, recipient.asString())
                .map(refusal -> HookAnswers.of(session, refusal))
                .orElse(HookResult.DECLINED);
    }

    private Optional<Refusal> refusal(SMTPSession session, MaybeSender sender, String recipient) {
        try {
            boolean asked = !sender.isNullSender()
                    && greylisting.mayDelay(recipient)
                    && gate.refusalFor(recipient).isEmpty();
            return asked
                    ? visitor(session, sender.asString()).flatMap(visitor -> greylisting.refusal(visitor, recipient))
                    : Optional.empty();
        } catch (RuntimeException e) {
            LOGGER.warn("{} is not asked to come again to {}", sender.asString(), recipient, e);
            return Optional.empty();
        }
    }

    /** Found out once for a message, whatever the number of its recipients. */
    private Optional<Visitor> visitor(SMTPSession session, String sender) {
        Optional<Visitor> known = session.getAttachment(VISITOR, State.Transaction);
        if (known.isPresent()) {
            return known;
        }
        Optional<String> helo = session.getAttachment(SMTPSession.CURRENT_HELO_NAME, State.Connection);
        Optional<Visitor> found = promptly.flatMap(bounds ->
                bounds.ask(() -> visitors.identify(session.getRemoteAddress().getAddress(), helo, sender)));
        found.ifPresent(visitor -> session.setAttachment(VISITOR, visitor, State.Transaction));
        return found;
    }
}
