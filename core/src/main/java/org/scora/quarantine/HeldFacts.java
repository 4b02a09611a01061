package org.scora.quarantine;

import java.util.List;
import java.util.Optional;
import org.scora.message.Authentication;

/**
 * What is known of a held message beside its envelope: for finding it, and for knowing who its sender is.
 *
 * @param messageId of the Message-ID field, as written
 * @param from the addresses in From, as written; a bounded number
 * @param findings names, those that speak most for or against first; a bounded number
 * @param authentication what is proven about the sender
 */
public record HeldFacts(
        Optional<String> messageId, List<String> from, List<String> findings, Authentication authentication) {
    /** Of a message of which nothing is known. */
    public static final HeldFacts NONE = new HeldFacts(Optional.empty(), List.of(), List.of(), Authentication.none());

    public HeldFacts {
        from = List.copyOf(from);
        findings = List.copyOf(findings);
    }
}
