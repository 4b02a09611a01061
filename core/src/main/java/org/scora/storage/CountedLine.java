package org.scora.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.scora.journal.Outcome;
import org.scora.message.Addresses;
import org.scora.policy.Disposition;

/**
 * What of a journal line is counted.
 *
 * @param proven whether SPF or DKIM passed in line with From
 * @param scored whether it has a score at all
 */
record CountedLine(
        String domain,
        Instant receivedAt,
        String recipient,
        String senderDomain,
        long size,
        String findings,
        double score,
        boolean scored,
        boolean proven,
        String category,
        Disposition disposition,
        Outcome outcome,
        String detail,
        Optional<Instant> deliveredAt) {

    static final String COLUMNS = "recipient_domain, received_at, recipient, sender, size_in_bytes, findings, score,"
            + " category, disposition, outcome, detail,"
            + " CASE WHEN facts IS NULL THEN FALSE ELSE TRUE END AS scored,"
            + " proven, delivered_at";

    static CountedLine read(ResultSet row) throws SQLException {
        String findings = row.getString("findings");
        return new CountedLine(
                row.getString("recipient_domain"),
                Instants.read(row, "received_at"),
                row.getString("recipient"),
                Optional.ofNullable(row.getString("sender"))
                        .flatMap(Addresses::domainOf)
                        .orElse(""),
                row.getLong("size_in_bytes"),
                findings,
                row.getDouble("score"),
                row.getBoolean("scored") || !findings.isEmpty(),
                row.getBoolean("proven"),
                row.getString("category"),
                Disposition.valueOf(row.getString("disposition")),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("detail"),
                Instants.readOptional(row, "delivered_at"));
    }

    List<String> findingNames() {
        return JournalRows.NAMES.splitToList(findings);
    }

    boolean kept() {
        return disposition != Disposition.NORMAL;
    }
}
