package org.scora.mailets.relay;

import java.util.Optional;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.Mail;
import org.scora.message.Json;

/**
 * What an operator wants done with a mail in the queue. Kept on the mail, and so in the queue, until it is done.
 *
 * @param reason in the operator's words, for the journal; may be empty
 */
public record RelayOrder(Kind kind, String reason) {
    private static final AttributeName ATTRIBUTE = AttributeName.of("scora.relay.order");

    /** What there is to do. */
    public enum Kind {
        /** An attempt at once, whatever is known of the destination. */
        TRY_NOW,
        /** No further attempt; nobody is told. */
        DROP,
        /** No further attempt; the sender is told. */
        RETURN
    }

    /** The order as it stands on a mail. */
    public Attribute attribute() {
        return Attribute.convertToAttribute(ATTRIBUTE.asString(), Json.write(this));
    }

    static Optional<RelayOrder> on(Mail mail) {
        return RelayJournal.text(mail, ATTRIBUTE.asString()).map(json -> Json.read(json, RelayOrder.class));
    }

    static boolean isOn(Mail mail, Kind kind) {
        return on(mail).filter(order -> order.kind() == kind).isPresent();
    }

    static void forgetOn(Mail mail) {
        mail.removeAttribute(ATTRIBUTE);
    }
}
