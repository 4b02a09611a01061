package org.scora.report;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scora.message.OutgoingMail;

/** Writes a report as a mail. */
final class ReportMail {
    private final AutomaticMail mail;
    private final String gateway;

    ReportMail(String gateway) {
        this.mail = new AutomaticMail(gateway);
        this.gateway = gateway;
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
                message -> message.setContent(Alternatives.of("report.jte", ReportView.of(report, zone, gateway))));
    }

    private static String subject(DispositionReport report, ZoneId zone) {
        return "Mail report for " + Harmless.line(report.domain()) + ", " + new Times(zone).roughly(report.period());
    }

    private static String hash(Stream<String> parts) {
        String joined = parts.map(part -> part.length() + ":" + part).collect(Collectors.joining());
        return Hashing.sha256()
                .hashString(joined, StandardCharsets.UTF_8)
                .toString()
                .substring(0, 32);
    }
}
