package org.scora.mailets.relay;

import com.sun.mail.smtp.SMTPAddressFailedException;
import com.sun.mail.smtp.SMTPSendFailedException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.mail.Address;
import javax.mail.MessagingException;
import javax.mail.SendFailedException;

/** Reads from Jakarta Mail's exceptions what a host refused. */
final class Refusals {
    private Refusals() {}

    /** The host's answers to single recipients, by address. */
    static Map<String, Reply> ofRecipients(SendFailedException failure) {
        Map<String, Reply> refused = new HashMap<>();
        for (Exception e = failure; e instanceof MessagingException chained; e = chained.getNextException()) {
            if (e instanceof SMTPAddressFailedException one && isRefusal(one.getReturnCode())) {
                refused.put(one.getAddress().getAddress(), Reply.parse(one.getReturnCode(), textOf(one)));
            }
        }
        return refused;
    }

    /** The host's answer to all others; empty when it gave none. */
    static Optional<Reply> ofAll(SendFailedException failure, SmtpConnection connection) {
        if (sentToSome(failure)) {
            return Optional.of(lastReply(connection));
        }
        return failure instanceof SMTPSendFailedException one && isRefusal(one.getReturnCode())
                ? Optional.of(Reply.parse(one.getReturnCode(), textOf(one)))
                : Optional.empty();
    }

    static Reply lastReply(SmtpConnection connection) {
        return Reply.parse(connection.getLastReturnCode(), connection.getLastServerResponse());
    }

    static String textOf(Exception e) {
        return Objects.requireNonNullElse(e.getMessage(), "");
    }

    private static boolean sentToSome(SendFailedException failure) {
        Address[] sent = failure.getValidSentAddresses();
        return sent != null && sent.length > 0;
    }

    private static boolean isRefusal(int code) {
        return code >= 400 && code <= 599;
    }
}
