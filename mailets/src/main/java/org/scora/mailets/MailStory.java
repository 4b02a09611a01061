package org.scora.mailets;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.mail.MessagingException;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeUtils;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;
import org.scora.message.Addresses;
import org.scora.message.Envelope;
import org.scora.message.Json;
import org.scora.message.MailAttributes;
import org.scora.message.ReceiptId;
import org.scora.message.Summary;
import org.scora.policy.Decision;
import org.scora.policy.MailNotes;
import org.scora.score.Verdict;

/** What mailets told each other about a mail, by its attributes; see {@link MailAttributes}. */
public final class MailStory {
    private final Mail mail;

    private MailStory(Mail mail) {
        this.mail = mail;
    }

    public static MailStory of(Mail mail) {
        return new MailStory(mail);
    }

    /** The receipt that the mail got, or the one that it would get now. */
    public String receipt() {
        return text(MailAttributes.RECEIPT)
                .orElseGet(() -> ReceiptId.of(mail.getName()).text());
    }

    /** Gives the mail its receipt and its time, if it has none yet. */
    public void begin(Clock clock) {
        write(MailAttributes.RECEIPT, receipt());
        write(MailAttributes.RECEIVED_AT, receivedAt(clock).toString());
    }

    public Instant receivedAt(Clock clock) {
        return text(MailAttributes.RECEIVED_AT).map(Instant::parse).orElseGet(clock::instant);
    }

    /** What Score read; of a message that it has not seen, or could not read, next to nothing is known. */
    public Summary summary() {
        return notes().summary();
    }

    public void setSummary(Summary summary) {
        write(MailAttributes.SUMMARY, Json.write(summary));
    }

    public Optional<Verdict> verdict() {
        return notes().verdict();
    }

    public void setVerdict(Verdict verdict) {
        write(MailAttributes.VERDICT, Json.write(verdict));
    }

    public List<Decision> decisions() {
        return notes().decisions();
    }

    /** Those of the recipients that this mail has, after splits. */
    public List<Decision> decisionsForRecipients() {
        List<String> recipients = recipients();
        return decisions().stream()
                .filter(decision -> recipients.stream().anyMatch(decision.recipient()::equalsIgnoreCase))
                .toList();
    }

    void setDecisions(List<Decision> decisions) {
        write(MailAttributes.DECISIONS, Json.write(decisions));
    }

    /** The first line of what James says about the last failure; empty when there was none. */
    public String lastError() {
        return Optional.ofNullable(mail.getErrorMessage())
                .flatMap(message -> message.lines().findFirst())
                .orElse("");
    }

    /** Whether a program wrote it by itself: nobody may answer it by a program, or both do for ever (RFC 3834 section 2). */
    boolean isAutomatic() throws MessagingException {
        String submitted = mail.getMessage().getHeader("Auto-Submitted", ";");
        return submitted != null && !submitted.strip().equalsIgnoreCase("no");
    }

    Envelope envelope() {
        return new Envelope(clientAddress(), helo(), sender(), recipients());
    }

    Optional<String> helo() {
        return AttributeUtils.getValueAndCastFromMail(mail, Mail.SMTP_HELO, String.class);
    }

    /** The version of TLS under which it came. */
    Optional<String> tls() {
        return text(MailAttributes.TLS);
    }

    public void setTls(String version) {
        write(MailAttributes.TLS, version);
    }

    /** How long the scoring took. */
    Optional<Duration> scoredIn() {
        return text(MailAttributes.SCORED_IN).map(Duration::parse);
    }

    public void setScoredIn(Duration time) {
        write(MailAttributes.SCORED_IN, time.toString());
    }

    public Optional<String> sender() {
        return mail.getMaybeSender().asOptional().map(address -> address.asString());
    }

    List<String> recipients() {
        return mail.getRecipients().stream().map(address -> address.asString()).toList();
    }

    /** The sender, if SPF or DKIM proves its domain. */
    Optional<String> provenSender() {
        return sender().filter(sender -> Addresses.domainOf(sender)
                .filter(domain -> verdict().stream()
                        .anyMatch(verdict -> verdict.authentication().proves(domain)))
                .isPresent());
    }

    public Optional<InetAddress> clientAddress() {
        return MailNotes.clientAddress(mail.getRemoteAddr());
    }

    private MailNotes notes() {
        return new MailNotes(this::text);
    }

    private Optional<String> text(String attribute) {
        return AttributeUtils.getValueAndCastFromMail(mail, AttributeName.of(attribute), String.class);
    }

    private void write(String attribute, String text) {
        mail.setAttribute(new Attribute(AttributeName.of(attribute), AttributeValue.of(text)));
    }
}
