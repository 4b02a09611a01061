package org.scora.mailets.relay;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.james.core.MailAddress;
import org.apache.mailet.DsnParameters;
import org.apache.mailet.DsnParameters.EnvId;
import org.apache.mailet.DsnParameters.RecipientDsnParameters;
import org.apache.mailet.DsnParameters.XText;
import org.apache.mailet.Mail;

/**
 * The machine's part of a delivery status notification, message/delivery-status (RFC 3464).
 *
 * @param gateway this host's name
 * @param results what became of the mail for each recipient
 * @param retryUntil how long it is tried on; empty when it is not
 */
record StatusReport(
        StatusAction action,
        String gateway,
        Mail mail,
        Map<MailAddress, DeliveryResult> results,
        Instant now,
        Optional<Instant> retryUntil) {
    static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final String END = "\r\n";

    String text() {
        StringBuilder text = new StringBuilder();
        field(text, "Reporting-MTA", "dns; " + gateway);
        StatusRules.parameters(mail)
                .flatMap(DsnParameters::getEnvIdParameter)
                .map(EnvId::asString)
                .map(XText::decode)
                .ifPresent(id -> field(text, "Original-Envelope-Id", id));
        field(text, "Arrival-Date", DATE.format(mail.getLastUpdated().toInstant()));
        results.forEach((recipient, result) -> recipient(text, recipient, result));
        return text.toString();
    }

    private void recipient(StringBuilder text, MailAddress recipient, DeliveryResult result) {
        text.append(END);
        StatusRules.of(mail, recipient)
                .flatMap(RecipientDsnParameters::getOrcptParameter)
                .ifPresent(original -> field(text, "Original-Recipient", "rfc822; " + original.asString()));
        field(text, "Final-Recipient", "rfc822; " + recipient.asString());
        field(text, "Action", action.word());
        field(text, "Status", action.status(result.reply()));
        if (!result.server().isEmpty()) {
            field(text, "Remote-MTA", "dns; " + hostOf(result.server()));
            field(text, "Diagnostic-Code", "smtp; " + result.reply());
        } else {
            field(text, "Diagnostic-Code", "x-scora; " + result.reply().text());
        }
        field(text, "Last-Attempt-Date", DATE.format(now));
        retryUntil.ifPresent(until -> field(text, "Will-Retry-Until", DATE.format(until)));
    }

    private static String hostOf(String server) {
        int port = server.lastIndexOf(':');
        return port > server.lastIndexOf(']') ? server.substring(0, port) : server;
    }

    /** Folded, since an answer of several lines makes a long one. What is no printable ASCII is left out. */
    private static void field(StringBuilder text, String name, String value) {
        int column = name.length() + 1;
        text.append(name).append(':');
        for (String word : List.of(value.replaceAll("[^\\x20-\\x7e]", "?").split(" "))) {
            if (column + word.length() > 76 && column > name.length() + 1) {
                text.append(END);
                column = 0;
            }
            text.append(' ').append(word);
            column += word.length() + 1;
        }
        text.append(END);
    }

    byte[] bytes() {
        return text().getBytes(StandardCharsets.US_ASCII);
    }
}
