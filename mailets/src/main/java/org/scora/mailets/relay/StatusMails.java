package org.scora.mailets.relay;

import com.google.common.base.Splitter;
import com.google.common.hash.Hashing;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.core.MaybeSender;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.DsnParameters;
import org.apache.mailet.DsnParameters.Ret;
import org.apache.mailet.Mail;
import org.scora.mailets.MailSource;

/** Writes delivery status notifications (RFC 3461 to 3464): for people, for machines, and what was sent. */
final class StatusMails {
    /** Above this the headers come back alone, so that nobody is sent 25 MB that he sent away. */
    private static final int LARGEST_RETURN = 1024 * 1024;

    private static final String END = "\r\n";

    private final String gateway;
    private final Clock clock;

    StatusMails(String gateway, Clock clock) {
        this.gateway = gateway;
        this.clock = clock;
    }

    /**
     * The mail to the sender of another one. The caller disposes of it.
     *
     * @param mail has a sender
     * @param retryUntil how long it is tried on; empty when it is not
     */
    MailImpl about(
            Mail mail,
            byte[] source,
            StatusAction action,
            Map<MailAddress, DeliveryResult> results,
            Optional<Instant> retryUntil)
            throws MessagingException {
        String name = mail.getName() + "-" + action.word();
        StatusReport report = new StatusReport(action, gateway, mail, results, clock.instant(), retryUntil);
        MailImpl notification = MailImpl.builder()
                .name(name)
                .sender(MaybeSender.nullSender())
                .addRecipient(mail.getMaybeSender().asOptional().orElseThrow())
                .build();
        MailSource.replace(notification, compose(report, source, idOf(name)));
        return notification;
    }

    /** The same for the same notification, and not to be guessed by whoever wrote the mail. */
    private static String idOf(String name) {
        return Hashing.sha256()
                .hashString(name, StandardCharsets.UTF_8)
                .toString()
                .substring(0, 24);
    }

    private byte[] compose(StatusReport report, byte[] source, String id) {
        String boundary = "=_" + id;
        boolean whole = returnsAll(report, source);
        byte[] returned = whole ? source : headersOf(source);
        ByteArrayOutputStream out = new ByteArrayOutputStream(returned.length + 4096);
        add(out, head(report, id, boundary));
        add(out, part(boundary, "text/plain; charset=us-ascii") + forPeople(report));
        add(out, part(boundary, "message/delivery-status") + report.text());
        add(
                out,
                part(
                        boundary,
                        (whole ? "message/rfc822" : "text/rfc822-headers") + END + "Content-Transfer-Encoding: 8bit"));
        out.writeBytes(returned);
        add(out, END + "--" + boundary + "--" + END);
        return out.toByteArray();
    }

    /** RFC 3461 section 4.3: only of what failed, and only for who asked. */
    private static boolean returnsAll(StatusReport report, byte[] source) {
        Optional<Ret> asked = StatusRules.parameters(report.mail()).flatMap(DsnParameters::getRetParameter);
        return report.action() == StatusAction.FAILED
                && asked.filter(Ret.FULL::equals).isPresent()
                && source.length <= LARGEST_RETURN;
    }

    private String head(StatusReport report, String id, String boundary) {
        return "From: Mail Delivery System <postmaster@" + gateway + ">" + END
                + "To: <" + report.mail().getMaybeSender().asString("") + ">" + END
                + "Subject: " + report.action().subject() + END
                + "Date: " + StatusReport.DATE.format(report.now()) + END
                + "Message-ID: <" + id + "@" + gateway + ">" + END
                + "Auto-Submitted: auto-replied" + END
                + "MIME-Version: 1.0" + END
                + "Content-Type: multipart/report; report-type=delivery-status;" + END + "\tboundary=\"" + boundary
                + "\"" + END
                + END;
    }

    private String forPeople(StatusReport report) {
        StringBuilder text = new StringBuilder("This is the mail gateway at " + gateway + "." + END + END);
        text.append(wrapped("", report.action().explanation())).append(END).append(END);
        report.results()
                .forEach((recipient, result) -> text.append("  ")
                        .append(recipient.asString())
                        .append(END)
                        .append(wrapped("    ", result.detail()))
                        .append(END)
                        .append(END));
        report.retryUntil()
                .ifPresent(until -> text.append("Attempts go on until ")
                        .append(StatusReport.DATE.format(until))
                        .append('.')
                        .append(END));
        return text.toString();
    }

    /** Broken into lines of about 72 characters, each begun by the indent. */
    private static String wrapped(String indent, String text) {
        StringBuilder lines = new StringBuilder(indent);
        int column = indent.length();
        for (String word : Splitter.on(' ').split(text)) {
            if (column + word.length() > 72 && column > indent.length()) {
                lines.append(END).append(indent);
                column = indent.length();
            }
            lines.append(word).append(' ');
            column += word.length() + 1;
        }
        return lines.toString().stripTrailing();
    }

    private static String part(String boundary, String type) {
        return END + "--" + boundary + END + "Content-Type: " + type + END + END;
    }

    private static byte[] headersOf(byte[] source) {
        String text = new String(source, StandardCharsets.ISO_8859_1);
        int end = text.startsWith(END) ? 0 : text.indexOf(END + END);
        return end < 0 ? source : text.substring(0, end + (end == 0 ? 0 : 2)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void add(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
