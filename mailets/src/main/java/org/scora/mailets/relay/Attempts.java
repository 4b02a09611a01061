package org.scora.mailets.relay;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeUtils;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;

/**
 * The attempts to deliver a mail, including the one under way. Kept in the mail's attributes, and so in the queue.
 *
 * @param count from 1
 * @param first when the first one began
 * @param warned whether the sender was told that it takes longer
 */
record Attempts(int count, Instant first, boolean warned) {
    private static final AttributeName COUNT = AttributeName.of("scora.relay.attempts");
    private static final AttributeName FIRST = AttributeName.of("scora.relay.first-attempt");
    private static final AttributeName WARNED = AttributeName.of("scora.relay.sender-warned");

    /** The attempts of a mail that comes from the queue now. */
    static Attempts of(Mail mail, Instant now) {
        int before = AttributeUtils.getValueAndCastFromMail(mail, COUNT, Integer.class)
                .orElse(0);
        return new Attempts(before + 1, first(mail).orElse(now), isWarned(mail));
    }

    /** The attempts so far of a mail that waits; the count is 0 before the first one. */
    static Attempts soFar(Mail mail, Instant now) {
        Attempts next = of(mail, now);
        return new Attempts(next.count() - 1, next.first(), next.warned());
    }

    private static boolean isWarned(Mail mail) {
        return mail.getAttribute(WARNED).isPresent();
    }

    Attempts withWarning() {
        return new Attempts(count, first, true);
    }

    private static Optional<Instant> first(Mail mail) {
        try {
            return AttributeUtils.getValueAndCastFromMail(mail, FIRST, String.class)
                    .map(Instant::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    void noteOn(Mail mail) {
        mail.setAttribute(new Attribute(COUNT, AttributeValue.of(count)));
        mail.setAttribute(new Attribute(FIRST, AttributeValue.of(first.toString())));
        if (warned) {
            mail.setAttribute(new Attribute(WARNED, AttributeValue.of(true)));
        }
    }

    /** Takes the notes off, so that a DSN made from this mail gets all attempts again. */
    static void forgetOn(Mail mail) {
        mail.removeAttribute(COUNT);
        mail.removeAttribute(FIRST);
        mail.removeAttribute(WARNED);
    }
}
