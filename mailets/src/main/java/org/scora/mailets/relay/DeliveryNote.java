package org.scora.mailets.relay;

import java.util.Optional;
import org.apache.mailet.Attribute;
import org.apache.mailet.Mail;
import org.scora.mailets.MailStory;
import org.scora.message.Json;

/**
 * The last result of a delivery, kept on the mail for who tells the sender and for who looks into the queue.
 *
 * @param server who answered; empty when nobody was asked
 */
record DeliveryNote(String server, int code, String enhancedCode, String text) {
    private static final String ATTRIBUTE = "scora.relay.result";
    private static final Reply UNKNOWN = Reply.permanent("5.0.0", "The message can not be delivered");

    static DeliveryNote of(DeliveryResult result) {
        Reply reply = result.reply();
        return new DeliveryNote(result.server(), reply.code(), reply.enhancedCode(), reply.text());
    }

    void writeOn(Mail mail) {
        mail.setAttribute(Attribute.convertToAttribute(ATTRIBUTE, Json.write(this)));
    }

    /** What the relay noted, or else what the chain said when it gave the mail up. */
    static DeliveryResult failureOf(Mail mail) {
        return on(mail).orElseGet(() -> saidByTheChain(mail));
    }

    static Optional<DeliveryResult> on(Mail mail) {
        return RelayJournal.text(mail, ATTRIBUTE)
                .map(json -> Json.read(json, DeliveryNote.class))
                .map(DeliveryNote::result);
    }

    private DeliveryResult result() {
        return DeliveryResult.of(server, new Reply(code, enhancedCode, text));
    }

    private static DeliveryResult saidByTheChain(Mail mail) {
        String error = MailStory.of(mail).lastError();
        Optional<Integer> code = error.matches("[45]\\d{2} .*")
                ? Optional.of(Integer.parseInt(error.substring(0, 3)))
                : Optional.empty();
        return DeliveryResult.of(
                "", code.map(number -> Reply.parse(number, error)).orElse(UNKNOWN));
    }
}
