package org.scora.mailets.relay;

import com.sun.mail.smtp.SMTPAddressFailedException;
import com.sun.mail.smtp.SMTPSendFailedException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import javax.mail.Address;
import javax.mail.MessagingException;
import javax.mail.SendFailedException;
import javax.mail.Session;
import javax.mail.internet.InternetAddress;
import org.apache.james.core.MailAddress;
import org.scora.domain.Route.Server;
import org.scora.mailets.relay.HostResult.Answered;
import org.scora.mailets.relay.HostResult.Unusable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out one mail transaction with one host (RFC 5321). Encrypts when the host can (RFC 7435), and sends the
 * message's bytes as they are; only line ends become CRLF, since nothing else can pass in DATA (RFC 5321 section
 * 2.3.8). Safe for use by several threads.
 */
final class SmtpDelivery {
    private static final Logger LOGGER = LoggerFactory.getLogger(SmtpDelivery.class);
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(30);

    private final Session encrypting;
    private final Session plain;

    /**
     * @param hostname of this gateway, said in EHLO
     * @param timeout for one answer of a host; RFC 5321 section 4.5.3.2 asks for five minutes
     */
    SmtpDelivery(String hostname, Duration timeout) {
        this.encrypting = session(hostname, timeout, true);
        this.plain = session(hostname, timeout, false);
    }

    HostResult attempt(Server server, Transaction transaction) {
        SmtpConnection connection;
        try {
            connection = connect(server);
        } catch (MessagingException e) {
            return new Unusable(lost("4.4.1", "can not be reached", e));
        }
        try {
            return send(connection, server, transaction);
        } finally {
            closeQuietly(connection);
        }
    }

    private SmtpConnection connect(Server server) throws MessagingException {
        SmtpConnection connection = new SmtpConnection(encrypting, server);
        try {
            connection.connect();
            return connection;
        } catch (MessagingException e) {
            closeQuietly(connection);
            if (!connection.tlsFailed()) {
                throw e;
            }
            LOGGER.info("{} offers STARTTLS but fails at it, so it gets mail without: {}", server, e.toString());
        }
        SmtpConnection unencrypted = new SmtpConnection(plain, server);
        unencrypted.connect();
        return unencrypted;
    }

    private HostResult send(SmtpConnection connection, Server server, Transaction transaction) {
        OutboundMessage message = new OutboundMessage(plain, transaction.source());
        message.setEnvelopeFrom(transaction.sender().asString("<>"));
        message.setSendPartial(true);
        message.setMailExtension(mailParameters(connection, server, transaction));
        Map<String, Reply> refused = new HashMap<>();
        Optional<Reply> overall;
        try {
            connection.sendMessage(message, addresses(transaction.recipients()));
            overall = Optional.of(lastReply(connection));
        } catch (SendFailedException e) {
            refused = refusedRecipients(e);
            overall = sentToSome(e) ? Optional.of(lastReply(connection)) : overallReply(e);
        } catch (MessagingException e) {
            return withoutAnswer(server, transaction, message, lost("4.4.2", "broke the connection off", e));
        }
        Optional<Map<MailAddress, DeliveryResult>> results = results(server, transaction, refused, overall);
        return results.<HostResult>map(Answered::new)
                .orElseGet(() -> withoutAnswer(
                        server, transaction, message, Reply.temporary("4.4.2", "broke the connection off")));
    }

    /** Empty when there is a recipient about whom the host said nothing. */
    private static Optional<Map<MailAddress, DeliveryResult>> results(
            Server server, Transaction transaction, Map<String, Reply> refused, Optional<Reply> overall) {
        Map<MailAddress, DeliveryResult> results = new LinkedHashMap<>();
        for (MailAddress recipient : transaction.recipients()) {
            Optional<Reply> reply =
                    Optional.ofNullable(refused.get(recipient.asString())).or(() -> overall);
            if (reply.isEmpty()) {
                return Optional.empty();
            }
            results.put(recipient, DeliveryResult.of(server.toString(), reply.get()));
        }
        return Optional.of(results);
    }

    /** The next host is only tried when this one can not have the message: better late than twice. */
    private static HostResult withoutAnswer(
            Server server, Transaction transaction, OutboundMessage message, Reply reason) {
        if (!message.written()) {
            return new Unusable(reason);
        }
        Map<MailAddress, DeliveryResult> results = new LinkedHashMap<>();
        transaction
                .recipients()
                .forEach(recipient -> results.put(recipient, DeliveryResult.of(server.toString(), reason)));
        return new Answered(results);
    }

    private static String mailParameters(SmtpConnection connection, Server server, Transaction transaction) {
        String size = connection.supportsExtension("SIZE") ? "SIZE=" + transaction.source().length : "";
        if (!transaction.hasEightBitBytes()) {
            return size;
        }
        if (connection.supportsExtension("8BITMIME")) {
            return (size + " BODY=8BITMIME").trim();
        }
        // RFC 6152 section 3 wants it re-encoded, which would break signatures; hosts that do not say so take it all
        // the same.
        LOGGER.info("{} does not offer 8BITMIME, mail {} goes there with its 8-bit bytes", server, transaction.name());
        return size;
    }

    private static Map<String, Reply> refusedRecipients(SendFailedException failure) {
        Map<String, Reply> refused = new HashMap<>();
        for (Exception e = failure; e instanceof MessagingException chained; e = chained.getNextException()) {
            if (e instanceof SMTPAddressFailedException one && isRefusal(one.getReturnCode())) {
                refused.put(one.getAddress().getAddress(), Reply.parse(one.getReturnCode(), textOf(one)));
            }
        }
        return refused;
    }

    private static boolean sentToSome(SendFailedException failure) {
        Address[] sent = failure.getValidSentAddresses();
        return sent != null && sent.length > 0;
    }

    private static Optional<Reply> overallReply(SendFailedException failure) {
        return failure instanceof SMTPSendFailedException one && isRefusal(one.getReturnCode())
                ? Optional.of(Reply.parse(one.getReturnCode(), textOf(one)))
                : Optional.empty();
    }

    private static boolean isRefusal(int code) {
        return code >= 400 && code <= 599;
    }

    private static Reply lastReply(SmtpConnection connection) {
        return Reply.parse(connection.getLastReturnCode(), connection.getLastServerResponse());
    }

    private static String textOf(Exception e) {
        return Objects.requireNonNullElse(e.getMessage(), "");
    }

    private static Reply lost(String enhancedCode, String what, MessagingException failure) {
        return Reply.temporary(enhancedCode, what + ": " + textOf(failure));
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

    private static void closeQuietly(SmtpConnection connection) {
        try {
            connection.close();
        } catch (MessagingException e) {
            LOGGER.debug("a connection did not end well", e);
        }
    }

    private static Session session(String hostname, Duration timeout, boolean encrypted) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.localhost", hostname);
        properties.setProperty(
                "mail.smtp.connectiontimeout",
                millis(timeout.compareTo(LONGEST_CONNECT) < 0 ? timeout : LONGEST_CONNECT));
        properties.setProperty("mail.smtp.timeout", millis(timeout));
        properties.setProperty("mail.smtp.writetimeout", millis(timeout));
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(encrypted));
        // Whoever would refuse a certificate would send in the clear instead, which protects nobody (RFC 7435).
        properties.setProperty("mail.smtp.ssl.trust", "*");
        return Session.getInstance(properties);
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
