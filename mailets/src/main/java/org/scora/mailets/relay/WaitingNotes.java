package org.scora.mailets.relay;

import java.time.Instant;
import java.util.Optional;
import org.apache.mailet.Mail;

/** What the relay noted on a mail that waits, for who looks into the queue. */
public final class WaitingNotes {
    private WaitingNotes() {}

    /** An attribute that holds text. */
    public static Optional<String> text(Mail mail, String attribute) {
        return RelayJournal.text(mail, attribute);
    }

    /** How many attempts were made. */
    public static int attempts(Mail mail) {
        return Attempts.soFar(mail, Instant.EPOCH).count();
    }

    /** When the first attempt was made; empty before it. */
    public static Optional<Instant> since(Mail mail) {
        return Optional.of(Attempts.soFar(mail, Instant.EPOCH).first()).filter(first -> first.isAfter(Instant.EPOCH));
    }

    /** Why it waits; empty when it was never tried. */
    public static String lastAnswer(Mail mail) {
        return DeliveryNote.on(mail).map(DeliveryResult::detail).orElse("");
    }
}
