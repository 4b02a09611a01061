package org.scora.message;

import java.util.List;
import java.util.Optional;

/**
 * A message that Scora itself sends on its way: a report, or a held message that was released. It passes no checks.
 *
 * @param id the same for the same sending, so that a repetition can be recognised; letters, digits and hyphens
 * @param sender the reverse-path; empty for the null sender
 * @param source the message as it goes out, lines ended by CRLF
 * @param receipt under which the journal knows the message; empty for one that is new
 */
public record OutgoingMail(
        String id, Optional<String> sender, List<String> recipients, byte[] source, Optional<String> receipt) {

    public OutgoingMail {
        recipients = List.copyOf(recipients);
    }

    /** A message that is new. */
    public OutgoingMail(String id, Optional<String> sender, List<String> recipients, byte[] source) {
        this(id, sender, recipients, source, Optional.empty());
    }
}
