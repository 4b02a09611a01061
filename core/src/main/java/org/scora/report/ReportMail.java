package org.scora.report;

import com.google.common.hash.Hashing;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.mail.MessagingException;
import javax.mail.internet.MimeBodyPart;
import javax.mail.internet.MimeMultipart;
import org.scora.message.OutgoingMail;

/** Writes a report as a mail: a text part that stands alone, then an HTML part (RFC 2046 section 5.1.4). */
final class ReportMail {
    private static final TemplateEngine HTML = templates(ContentType.Html, "org.scora.report.template");
    private static final TemplateEngine TEXT = templates(ContentType.Plain, "org.scora.report.template.text");

    private final AutomaticMail mail;
    private final String gateway;

    ReportMail(String gateway) {
        this.mail = new AutomaticMail(gateway);
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
        return mail.source(
                recipients,
                subject(report, zone),
                report.madeAt(),
                messageId,
                message -> message.setContent(alternatives(ReportView.of(report, zone, gateway))));
    }

    private static String subject(DispositionReport report, ZoneId zone) {
        return "Mail report for " + Harmless.line(report.domain()) + ", " + new Times(zone).roughly(report.period());
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
