package org.scora.incident;

import java.util.Locale;
import java.util.Optional;
import org.scora.journal.JournalLine;
import org.scora.message.Addresses;

/** Whose mail a line of the journal is about. */
final class Senders {
    private Senders() {}

    /** The domain in From, or else that of the envelope's sender; empty when there is none. */
    static String domainOf(JournalLine line) {
        Optional<String> inFrom =
                line.facts().flatMap(facts -> facts.authentication().fromDomain());
        return inFrom.or(() -> line.sender().flatMap(Addresses::domainOf))
                .orElse("")
                .toLowerCase(Locale.ROOT);
    }
}
