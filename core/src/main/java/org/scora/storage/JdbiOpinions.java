package org.scora.storage;

import com.google.common.collect.Iterables;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.scora.journal.Opinion;
import org.scora.journal.Opinions;

record JdbiOpinions(Sql sql) implements Opinions {
    private static final int LONGEST_RECEIPT = 40;
    private static final int LONGEST_ADDRESS = 320;
    private static final int RECEIPTS_AT_ONCE = 1000;

    @Override
    public void note(Opinion opinion) {
        sql.write(handle -> note(handle, opinion));
    }

    // Of two who say the same at once the second tries again, see Sql, and finds it said.
    static boolean note(Handle handle, Opinion opinion) {
        String receipt = Texts.bounded(opinion.receipt(), LONGEST_RECEIPT);
        String recipient = Texts.lowerCase(opinion.recipient(), LONGEST_ADDRESS);
        boolean known = handle.select(
                        "SELECT 1 FROM opinion WHERE receipt = ? AND recipient = ? AND kind = ?",
                        receipt,
                        recipient,
                        opinion.kind().name())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
        if (!known) {
            handle.createUpdate("INSERT INTO opinion (receipt, recipient, kind, said_at, said_by)"
                            + " VALUES (:receipt, :recipient, :kind, :at, :by)")
                    .bind("receipt", receipt)
                    .bind("recipient", recipient)
                    .bind("kind", opinion.kind().name())
                    .bindByType("at", opinion.at(), Instant.class)
                    .bind("by", Texts.bounded(opinion.by(), LONGEST_ADDRESS))
                    .execute();
        }
        return !known;
    }

    @Override
    public List<Opinion> about(Collection<String> receipts) {
        List<Opinion> all = new ArrayList<>();
        for (List<String> some : Iterables.partition(receipts, RECEIPTS_AT_ONCE)) {
            all.addAll(sql.read(handle -> handle.createQuery("SELECT * FROM opinion WHERE receipt IN (<receipts>)")
                    .bindList("receipts", some)
                    .map((row, context) -> read(row))
                    .list()));
        }
        return all;
    }

    @Override
    public List<Opinion> since(Instant from, int limit) {
        return sql.read(handle -> handle.createQuery(
                        "SELECT * FROM opinion WHERE said_at >= :from ORDER BY said_at DESC LIMIT :limit")
                .bindByType("from", from, Instant.class)
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public int forget(Instant before) {
        return sql.write(handle -> handle.createUpdate("DELETE FROM opinion WHERE said_at < :before")
                .bindByType("before", before, Instant.class)
                .execute());
    }

    private static Opinion read(ResultSet row) throws SQLException {
        return new Opinion(
                row.getString("receipt"),
                row.getString("recipient"),
                Opinion.Kind.valueOf(row.getString("kind")),
                Instants.read(row, "said_at"),
                row.getString("said_by"));
    }
}
