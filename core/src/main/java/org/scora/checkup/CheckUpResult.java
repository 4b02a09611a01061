package org.scora.checkup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the check-up found out about a domain. Text, JSON and the console's page are views of it.
 *
 * @param stage how far the domain has come in
 * @param findings in the order of the questions
 * @param until when the next step may be taken, if it is only to be waited for
 * @param putOff senders that were told to try again later, the last first
 * @param texts ready-made, for the customer
 */
public record CheckUpResult(
        String domain,
        Instant at,
        Stage stage,
        List<CheckUpFinding> findings,
        Optional<Instant> until,
        List<PutOffSender> putOff,
        List<CustomerText> texts) {

    public CheckUpResult {
        findings = List.copyOf(findings);
        putOff = List.copyOf(putOff);
        texts = List.copyOf(texts);
    }

    /** Whether something was found of this level. */
    public boolean has(Level level) {
        return findings.stream().anyMatch(finding -> finding.level() == level);
    }
}
