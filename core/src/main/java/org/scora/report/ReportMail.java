package org.scora.report;

import com.google.common.hash.Hashing;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.activation.DataHandler;
import javax.mail.MessagingException;
import javax.mail.Part;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeBodyPart;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;
import javax.mail.util.ByteArrayDataSource;
import org.scora.message.OutgoingMail;
import org.scora.report.ReportView.Picture;
import org.scora.report.contents.Contents;

/** Writes a report as a mail. */
final class ReportMail {
    private static final String TEMPLATE = "report.jte";

    private final AutomaticMail mail;
    private final ReportWriter writer;

    ReportMail(String gateway, ReportWriter writer) {
        this.mail = new AutomaticMail(gateway);
        this.writer = writer;
    }

    /** @param csv a table of all held and deleted messages, to be attached; empty for none */
    OutgoingMail write(Report report, ReportReader reader, List<String> recipients, Optional<String> csv) {
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("a report needs a recipient");
        }
        Contents contents = report.contents();
        String about = hash(Stream.concat(
                Stream.of(
                        contents.domain().orElse(""),
                        contents.period().from().toString(),
                        contents.period().until().toString()),
                recipients.stream()));
        Instant minute = contents.madeAt().truncatedTo(ChronoUnit.MINUTES);
        ReportView view = writer.view(report, reader, csv.isPresent());
        byte[] source = mail.from(reader.brand().name())
                .source(
                        recipients,
                        writer.subject(contents, reader),
                        contents.madeAt(),
                        mail.messageId("report-" + about),
                        message -> {
                            message.setContent(content(view, csv));
                            addHeaders(message, reader);
                        });
        return new OutgoingMail(
                "report-" + hash(Stream.of(about, minute.toString())), Optional.empty(), recipients, source);
    }

    private static void addHeaders(MimeMessage message, ReportReader reader) throws MessagingException {
        message.setHeader("Content-Language", reader.words().language());
        if (reader.brand().replyTo().isPresent()) {
            message.setReplyTo(new InternetAddress[] {replyTo(reader.brand())});
        }
        if (reader.off().isPresent()) {
            URI off = reader.off().get();
            message.setHeader("List-Unsubscribe", "<" + off + ">");
            // RFC 8058 section 3.1: by HTTPS only
            if ("https".equals(off.getScheme())) {
                message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
        }
    }

    private static InternetAddress replyTo(Brand brand) throws MessagingException {
        try {
            return new InternetAddress(brand.replyTo().orElseThrow(), brand.name(), "UTF-8");
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("every Java has UTF-8", e);
        }
    }

    // Pictures belong to the HTML part (RFC 2387), so that who reads the text is not shown files.
    private static MimeMultipart content(ReportView view, Optional<String> csv) throws MessagingException {
        MimeBodyPart html = Alternatives.part(Alternatives.html(TEMPLATE, view), "html");
        MimeMultipart alternatives = new MimeMultipart(
                "alternative", Alternatives.part(Alternatives.text(TEMPLATE, view), "plain"), rich(html, view));
        if (csv.isEmpty()) {
            return alternatives;
        }
        return new MimeMultipart("mixed", wrapped(alternatives), table(csv.get()));
    }

    private static MimeBodyPart rich(MimeBodyPart html, ReportView view) throws MessagingException {
        if (view.pictures().isEmpty() && view.brand().logo().isEmpty()) {
            return html;
        }
        MimeMultipart related = new MimeMultipart("related", html);
        for (Picture picture : view.pictures()) {
            related.addBodyPart(inline(picture.name(), picture.png()));
        }
        if (view.brand().logo().isPresent()) {
            related.addBodyPart(inline("logo", view.brand().logo().get().png()));
        }
        return wrapped(related);
    }

    private static MimeBodyPart wrapped(MimeMultipart parts) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(parts);
        return part;
    }

    private static MimeBodyPart inline(String name, byte[] png) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(png, "image/png")));
        part.setHeader("Content-Transfer-Encoding", "base64");
        part.setContentID("<" + name + "@report>");
        part.setDisposition(Part.INLINE);
        part.setFileName(name + ".png");
        return part;
    }

    private static MimeBodyPart table(String csv) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(
                csv.getBytes(StandardCharsets.UTF_8), "text/csv; charset=UTF-8; header=present")));
        part.setHeader("Content-Transfer-Encoding", "base64");
        part.setDisposition(Part.ATTACHMENT);
        part.setFileName("held-and-deleted.csv");
        return part;
    }

    private static String hash(Stream<String> parts) {
        String joined = parts.map(part -> part.length() + ":" + part).collect(Collectors.joining());
        return Hashing.sha256()
                .hashString(joined, StandardCharsets.UTF_8)
                .toString()
                .substring(0, 32);
    }
}
