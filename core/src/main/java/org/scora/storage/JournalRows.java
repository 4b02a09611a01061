package org.scora.storage;

import com.google.common.base.Splitter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.scora.journal.JournalLine;
import org.scora.journal.Outcome;
import org.scora.journal.Passage;
import org.scora.journal.ScoredFacts;
import org.scora.journal.ScoredFacts.Found;
import org.scora.message.Authentication;
import org.scora.message.Json;
import org.scora.policy.Disposition;
import org.scora.score.Category;

/** How lines of the journal stand in their table. */
final class JournalRows {
    private static final int LONGEST_FINDINGS = 4000;
    static final Splitter NAMES = Splitter.on(' ').omitEmptyStrings();

    private JournalRows() {}

    /**
     * What a verdict was made of, in few bytes: there is one for each recipient.
     *
     * @param f the findings: names, each with an asterisk and its strength behind it if that is not 1
     * @param m the addresses in From
     */
    private record Brief(String f, List<String> m, Authentication a) {}

    static String text(ScoredFacts facts) {
        StringBuilder findings = new StringBuilder();
        facts.findings()
                .forEach(found -> findings.append(findings.isEmpty() ? "" : " ")
                        .append(found.name())
                        .append(found.strength() == 1 ? "" : "*" + found.strength()));
        return Texts.exact(Json.write(new Brief(findings.toString(), facts.from(), facts.authentication())));
    }

    static ScoredFacts facts(String text) {
        Brief brief = Json.read(text, Brief.class);
        return new ScoredFacts(
                NAMES.splitToStream(brief.f()).map(JournalRows::found).toList(), brief.m(), brief.a());
    }

    private static Found found(String text) {
        int end = text.indexOf('*');
        return end < 0
                ? new Found(text, 1)
                : new Found(text.substring(0, end), Double.parseDouble(text.substring(end + 1)));
    }

    // Whole names only, those that weigh most first.
    static String join(List<String> findings) {
        StringBuilder joined = new StringBuilder();
        for (String finding : findings) {
            if (joined.length() + finding.length() >= LONGEST_FINDINGS) {
                break;
            }
            joined.append(joined.isEmpty() ? "" : " ").append(finding);
        }
        return joined.toString();
    }

    static JournalLine read(ResultSet row) throws SQLException {
        return new JournalLine(
                row.getString("receipt"),
                Instants.read(row, "received_at"),
                Optional.ofNullable(row.getString("client_address")),
                Optional.ofNullable(row.getString("sender")),
                row.getString("recipient"),
                row.getString("subject"),
                row.getLong("size_in_bytes"),
                NAMES.splitToList(row.getString("findings")),
                row.getDouble("score"),
                Category.valueOf(row.getString("category")),
                Disposition.valueOf(row.getString("disposition")),
                row.getString("reason"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("detail"),
                Optional.ofNullable(row.getString("facts")).map(JournalRows::facts),
                passage(row));
    }

    private static Passage passage(ResultSet row) throws SQLException {
        return new Passage(
                Optional.ofNullable(row.getString("message_id")),
                Optional.ofNullable(row.getString("helo")),
                Optional.ofNullable(row.getString("tls")),
                Optional.ofNullable(row.getObject("scored_in_ms", Long.class)).map(Duration::ofMillis),
                Instants.readOptional(row, "delivered_at"));
    }
}
