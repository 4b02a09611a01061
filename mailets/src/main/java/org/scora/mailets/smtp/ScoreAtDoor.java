package org.scora.mailets.smtp;

import java.io.ByteArrayInputStream;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.commons.configuration2.Configuration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.james.protocols.api.ProtocolSession.State;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.smtpserver.JamesMessageHook;
import org.apache.mailet.Mail;
import org.scora.check.Scorer;
import org.scora.domain.Refusal;
import org.scora.mailets.MailSource;
import org.scora.mailets.MailStory;
import org.scora.message.Envelope;
import org.scora.message.IncomingMessage;
import org.scora.message.Summary;
import org.scora.policy.DoorDecider;
import org.scora.score.Verdict;
import org.scora.setting.Setting;
import org.scora.setting.Settings;
import org.scora.trust.Promptly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scores a message before it is taken, where all of its recipients may refuse it, and refuses it when all of them do. The
 * verdict stays on the mail, so that Score does not work a second time. It says nothing but no: whatever hinders it, the
 * mail is taken and scored later. To stand before James' own handlers, which take the mail.
 */
public final class ScoreAtDoor implements JamesMessageHook {
    private static final Logger LOGGER = LoggerFactory.getLogger(ScoreAtDoor.class);

    private static final Setting<Integer> AT_ONCE = Setting.number(
            "atOnce",
            8,
            1,
            1000,
            "How many messages are scored at the door at the same time; others are scored later.");
    private static final Setting<Integer> SECONDS = Setting.number(
            "seconds", 8, 1, 120, "How long that may take; a message that takes longer is taken and scored again.");
    private static final Setting<Integer> MOST_KIB =
            Setting.number("mostKiB", 2048, 1, 1_000_000, "Larger messages are taken and scored later, in KiB.");

    private final Scorer scorer;
    private final DoorDecider decider;
    private final Clock clock;
    private long mostBytes;
    private Optional<Promptly> promptly = Optional.empty();

    @Inject
    public ScoreAtDoor(Scorer scorer, DoorDecider decider, Clock clock) {
        this.scorer = scorer;
        this.decider = decider;
        this.clock = clock;
    }

    /** What is found out about a message while its sender waits. */
    private record Scored(Summary summary, Verdict verdict, Optional<Refusal> refusal) {}

    @Override
    public void init(Configuration config) throws ConfigurationException {
        Settings settings = HookParameters.of(config, "ScoreAtDoor", List.of(AT_ONCE, SECONDS, MOST_KIB));
        mostBytes = settings.get(MOST_KIB) * 1024L;
        promptly = Optional.of(
                new Promptly("scoring at the door", settings.get(AT_ONCE), Duration.ofSeconds(settings.get(SECONDS))));
    }

    @Override
    public void destroy() {
        promptly.ifPresent(Promptly::close);
    }

    @Override
    public HookResult onMessage(SMTPSession session, Mail mail) {
        session.getSSLSession().ifPresent(tls -> MailStory.of(mail).setTls(tls.getProtocol()));
        // Never the 250 from here, which is said when the mail is safe.
        return refusal(envelope(session, mail), mail)
                .map(refusal -> HookAnswers.of(session, refusal))
                .orElse(HookResult.DECLINED);
    }

    /** The refusal, or nothing to leave the mail to the hooks behind. */
    Optional<Refusal> refusal(Envelope envelope, Mail mail) {
        try {
            return scored(envelope, mail).flatMap(Scored::refusal);
        } catch (MessagingException | RuntimeException e) {
            LOGGER.warn("{} is scored later, not at the door", mail.getName(), e);
            return Optional.empty();
        }
    }

    private Optional<Scored> scored(Envelope envelope, Mail mail) throws MessagingException {
        if (mail.getMessageSize() > mostBytes || !decider.mayRefuse(envelope.recipients())) {
            return Optional.empty();
        }
        byte[] source = MailSource.bytes(mail);
        Optional<Scored> scored = promptly.flatMap(bounds -> bounds.ask(() -> score(source, envelope)))
                .filter(answer -> scorer.missing(answer.verdict()).isEmpty());
        scored.ifPresent(answer -> note(mail, answer));
        return scored;
    }

    private Scored score(byte[] source, Envelope envelope) {
        IncomingMessage message = IncomingMessage.read(new ByteArrayInputStream(source), envelope);
        Summary summary = Summary.of(message);
        Verdict verdict = scorer.score(message);
        return new Scored(summary, verdict, decider.refusal(verdict, envelope, summary.from(), envelope.recipients()));
    }

    private void note(Mail mail, Scored scored) {
        MailStory story = MailStory.of(mail);
        story.begin(clock);
        story.setSummary(scored.summary());
        story.setVerdict(scored.verdict());
        LOGGER.info(
                "{} scored {} at the door: {}",
                story.receipt(),
                Math.round(scored.verdict().score() * 100) / 100.0,
                scored.refusal().map(Refusal::text).orElse("taken"));
    }

    // James writes client and greeting on the mail behind this hook only.
    private static Envelope envelope(SMTPSession session, Mail mail) {
        return new Envelope(
                Optional.ofNullable(session.getRemoteAddress()).map(InetSocketAddress::getAddress),
                session.getAttachment(SMTPSession.CURRENT_HELO_NAME, State.Connection),
                mail.getMaybeSender().asOptional().map(address -> address.asString()),
                mail.getRecipients().stream().map(address -> address.asString()).toList());
    }
}
