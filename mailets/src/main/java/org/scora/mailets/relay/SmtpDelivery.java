package org.scora.mailets.relay;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.mail.Address;
import javax.mail.MessagingException;
import javax.mail.SendFailedException;
import javax.mail.Session;
import javax.mail.internet.InternetAddress;
import org.apache.james.core.MailAddress;
import org.scora.domain.Route.Server;
import org.scora.domain.TlsPolicy;
import org.scora.mailets.relay.HostResult.Answered;
import org.scora.mailets.relay.HostResult.Unanswered;
import org.scora.mailets.relay.HostResult.Unusable;
import org.scora.mailets.relay.SmtpConnection.Target;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out one mail transaction with one host (RFC 5321), over a connection that is there or a new one. Sends the
 * message's bytes as they are; only line ends become CRLF, since nothing else can pass in DATA (RFC 5321 section 2.3.8).
 * Safe for use by several threads.
 */
final class SmtpDelivery {
    private static final Logger LOGGER = LoggerFactory.getLogger(SmtpDelivery.class);
    private static final Session NO_SESSION = Session.getInstance(new Properties());

    private final Connections connections;

    SmtpDelivery(Connections connections) {
        this.connections = connections;
    }

    HostResult attempt(Server server, TlsPolicy policy, Transaction transaction) {
        Target target = new Target(server, policy);
        Optional<SmtpConnection> kept = connections.takeIdle(target);
        if (kept.isPresent()) {
            HostResult result = sendOver(kept.get(), transaction);
            if (!(result instanceof Unusable)) {
                return result;
            }
            // A host may close a connection that waits at any time; that says nothing of how a new one goes.
            LOGGER.debug("{} had closed a connection: {}", server, result);
        }
        try {
            return sendOver(connections.open(target), transaction);
        } catch (TlsException e) {
            return new Unusable(Reply.temporary(e.enhancedCode(), Refusals.textOf(e)));
        } catch (MessagingException e) {
            return new Unusable(lost("4.4.1", "can not be reached", e));
        }
    }

    private HostResult sendOver(SmtpConnection connection, Transaction transaction) {
        try {
            return send(connection, transaction);
        } finally {
            connections.giveBack(connection);
        }
    }

    private static HostResult send(SmtpConnection connection, Transaction transaction) {
        OutboundMessage message = new OutboundMessage(NO_SESSION, transaction.source());
        message.setEnvelopeFrom(transaction.sender().asString("<>"));
        message.setSendPartial(true);
        message.setMailExtension(mailParameters(connection, transaction));
        connection.begin(offersDsn(connection) ? DsnParametersOnTheWire.ofRecipients(transaction.dsn()) : Map.of());
        Map<String, Reply> refused = new HashMap<>();
        Optional<Reply> overall;
        try {
            connection.sendMessage(message, addresses(transaction.recipients()));
            overall = Optional.of(Refusals.lastReply(connection));
        } catch (SendFailedException e) {
            refused = Refusals.ofRecipients(e);
            overall = Refusals.ofAll(e, connection);
        } catch (MessagingException e) {
            return withoutAnswer(message, lost("4.4.2", "broke the connection off", e));
        }
        if (!message.written() && overall.filter(SmtpDelivery::isShuttingDown).isPresent()) {
            return new Unusable(overall.get());
        }
        return results(connection, transaction, refused, overall)
                .<HostResult>map(Answered::new)
                .orElseGet(() -> withoutAnswer(message, Reply.temporary("4.4.2", "broke the connection off")));
    }

    private static boolean isShuttingDown(Reply reply) {
        return reply.code() == Reply.SHUTTING_DOWN;
    }

    /** Empty when there is a recipient about whom the host said nothing. */
    private static Optional<Map<MailAddress, DeliveryResult>> results(
            SmtpConnection connection, Transaction transaction, Map<String, Reply> refused, Optional<Reply> overall) {
        String server = connection.target().server().toString();
        Map<MailAddress, DeliveryResult> results = new LinkedHashMap<>();
        for (MailAddress recipient : transaction.recipients()) {
            Optional<Reply> reply =
                    Optional.ofNullable(refused.get(recipient.asString())).or(() -> overall);
            if (reply.isEmpty()) {
                return Optional.empty();
            }
            results.put(recipient, DeliveryResult.of(server, reply.get(), offersDsn(connection)));
        }
        return Optional.of(results);
    }

    private static HostResult withoutAnswer(OutboundMessage message, Reply reason) {
        return message.written() ? new Unanswered(reason) : new Unusable(reason);
    }

    private static boolean offersDsn(SmtpConnection connection) {
        return connection.supportsExtension("DSN");
    }

    private static String mailParameters(SmtpConnection connection, Transaction transaction) {
        return Stream.of(
                        connection.supportsExtension("SIZE") ? "SIZE=" + transaction.source().length : "",
                        body(connection, transaction),
                        offersDsn(connection) ? DsnParametersOnTheWire.ofMail(transaction.dsn()) : "")
                .filter(parameter -> !parameter.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String body(SmtpConnection connection, Transaction transaction) {
        if (!transaction.hasEightBitBytes()) {
            return "";
        }
        if (connection.supportsExtension("8BITMIME")) {
            return "BODY=8BITMIME";
        }
        // RFC 6152 section 3 wants it re-encoded, which would break signatures; hosts that do not say so take it all
        // the same.
        LOGGER.info(
                "{} does not offer 8BITMIME, mail {} goes there with its 8-bit bytes",
                connection.target().server(),
                transaction.name());
        return "";
    }

    private static Reply lost(String enhancedCode, String what, MessagingException failure) {
        return Reply.temporary(enhancedCode, what + ": " + Refusals.textOf(failure));
    }

    private static Address[] addresses(List<MailAddress> recipients) {
        return recipients.stream()
                .map(recipient -> {
                    InternetAddress address = new InternetAddress();
                    address.setAddress(recipient.asString());
                    return address;
                })
                .toArray(Address[]::new);
    }
}
