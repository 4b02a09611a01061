package org.scora.report;

import com.google.common.hash.Hashing;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.mail.Message;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.internet.AddressException;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeBodyPart;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;
import org.scora.message.OutgoingMail;

/** Writes a report as a mail: a text part that stands alone, then an HTML part (RFC 2046 section 5.1.4). */
final class ReportMail {
    private static final TemplateEngine HTML = templates(ContentType.Html, "org.scora.report.template");
    private static final TemplateEngine TEXT = templates(ContentType.Plain, "org.scora.report.template.text");

    private final String gateway;

    ReportMail(String gateway) {
        if (!gateway.matches("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?")) {
            throw new IllegalArgumentException("'" + Harmless.line(gateway) + "' is not a host name");
        }
        this.gateway = gateway;
    }

    private static TemplateEngine templates(ContentType type, String packageName) {
        return TemplateEngine.createPrecompiled(null, type, ReportMail.class.getClassLoader(), packageName);
    }

    OutgoingMail write(DispositionReport report, ZoneId zone, List<String> recipients) {
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("a report needs a recipient");
        }
        String about = hash(Stream.concat(
                Stream.of(
                        report.domain(),
                        report.period().from().toString(),
                        report.period().until().toString()),
                recipients.stream()));
        Instant minute = report.madeAt().truncatedTo(ChronoUnit.MINUTES);
        return new OutgoingMail(
                "report-" + hash(Stream.of(about, minute.toString())),
                Optional.empty(),
                recipients,
                source(report, zone, recipients, "<report-" + about + "@" + gateway + ">"));
    }

    private byte[] source(DispositionReport report, ZoneId zone, List<String> recipients, String messageId) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
            message.setFrom(new InternetAddress("postmaster@" + gateway, "Scora", "US-ASCII"));
            for (String recipient : recipients) {
                message.addRecipient(Message.RecipientType.TO, address(recipient));
            }
            message.setSubject(subject(report, zone), "UTF-8");
            message.setSentDate(Date.from(report.madeAt()));
            // RFC 3834 section 5; Precedence and Microsoft's field for those who do not know it.
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("Precedence", "bulk");
            message.setHeader("X-Auto-Response-Suppress", "All");
            message.setContent(alternatives(ReportView.of(report, zone, gateway)));
            message.saveChanges();
            message.setHeader("Message-ID", messageId);
            message.writeTo(bytes);
        } catch (MessagingException e) {
            throw new IllegalStateException("the report could not be written", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String subject(DispositionReport report, ZoneId zone) {
        return "Mail report for " + Harmless.line(report.domain()) + ", " + new Times(zone).roughly(report.period());
    }

    private static InternetAddress address(String recipient) {
        try {
            if (!recipient.matches("[\\x21-\\x7e]+@[\\x21-\\x7e]+")) {
                throw new AddressException("not local-part@domain in ASCII");
            }
            return new InternetAddress(recipient, true);
        } catch (AddressException e) {
            throw new IllegalArgumentException("'" + Harmless.line(recipient) + "' is not a mail address", e);
        }
    }

    private static MimeMultipart alternatives(ReportView view) throws MessagingException {
        return new MimeMultipart("alternative", part(render(TEXT, view), "plain"), part(render(HTML, view), "html"));
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, "UTF-8", subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private static String render(TemplateEngine templates, ReportView view) {
        StringOutput output = new StringOutput();
        templates.render("report.jte", view, output);
        return output.toString();
    }

    private static String hash(Stream<String> parts) {
        String joined = parts.map(part -> part.length() + ":" + part).collect(Collectors.joining());
        return Hashing.sha256()
                .hashString(joined, StandardCharsets.UTF_8)
                .toString()
                .substring(0, 32);
    }
}
