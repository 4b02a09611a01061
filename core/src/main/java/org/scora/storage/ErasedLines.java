package org.scora.storage;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.scora.journal.JournalLine;

/**
 * Takes a person out of the journal: in place of the address stands a pseudonym that is made with a secret which is thrown
 * away, so that counts hold and nobody can trace it back.
 */
record ErasedLines(Sql sql, Pseudonyms known, SecureRandom random, Clock clock) {
    private static final int BATCH = 500;
    private static final int SECRET_BYTES = 32;
    private static final int LONGEST = 320;
    private static final List<String> COLUMNS = List.of("recipient", "sender_key", "author");
    private static final String UPDATE = """
            UPDATE journal_line SET recipient = :newRecipient, sender = :sender, sender_key = :senderKey,
                author = :author, client_address = NULL, helo = NULL, message_id = NULL, subject = '',
                reason = :reason, detail = :detail, facts = :facts
            WHERE receipt = :receipt AND recipient = :recipient""";

    long erase(String address) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        Pseudonyms once = new Pseudonyms(secret);
        long erased = 0;
        for (String name : List.of(address, known.ofAddress(address))) {
            for (String column : COLUMNS) {
                for (int batch = batch(name, column, once); batch > 0; batch = batch(name, column, once)) {
                    erased += batch;
                }
            }
            renameSums(name, once.ofAddress(address));
        }
        return erased;
    }

    private int batch(String name, String column, Pseudonyms once) {
        return sql.write(handle -> {
            List<JournalLine> lines = handle.createQuery(
                            "SELECT * FROM journal_line WHERE " + column + " = :name LIMIT " + BATCH)
                    .bind("name", name)
                    .map((row, context) -> JournalRows.read(row))
                    .list();
            if (!lines.isEmpty()) {
                update(handle, lines, name, column, once);
            }
            return lines.size();
        });
    }

    private void update(Handle handle, List<JournalLine> lines, String name, String found, Pseudonyms once) {
        PreparedBatch batch = handle.prepareBatch(UPDATE);
        for (JournalLine line : lines) {
            // What the database found in a column is replaced there, however letters of other scripts compare.
            Optional<String> sender = line.sender()
                    .map(address -> found.equals("sender_key") || isOf(address, name) ? once.ofAddress(name) : address);
            Optional<String> author = line.facts()
                    .flatMap(facts -> facts.from().stream().findFirst())
                    .map(address -> found.equals("author") || isOf(address, name) ? once.ofAddress(name) : address);
            boolean toIt = found.equals("recipient") || isOf(line.recipient(), name);
            batch.bind("receipt", line.receipt())
                    .bind("recipient", line.recipient())
                    .bind("newRecipient", toIt ? once.ofAddress(name) : line.recipient())
                    .bind("sender", sender)
                    .bind("senderKey", sender.map(address -> Texts.lowerCase(address, LONGEST)))
                    .bind("author", author.map(address -> Texts.lowerCase(address, LONGEST)))
                    .bind("reason", once.ofSentence(line.reason()))
                    .bind("detail", once.ofSentence(line.detail()))
                    .bind("facts", line.facts().map(facts -> JournalRows.text(once.of(facts))))
                    .add();
        }
        batch.execute();
        Spans spans = new Spans(handle, clock);
        lines.stream().map(JournalLine::receivedAt).map(Spans::hour).distinct().forEach(spans::changed);
    }

    private static boolean isOf(String address, String name) {
        return address.equalsIgnoreCase(name);
    }

    // Those of hours that are stale now are made again anyway; those whose lines are gone are not.
    private void renameSums(String name, String pseudonym) {
        for (Instant day : daysOf(name)) {
            sql.write(handle -> handle.createUpdate("UPDATE journal_total SET part = :pseudonym"
                            + " WHERE cut = 'RECIPIENT' AND domain = :domain AND part = :name AND begins = :day")
                    .bind("pseudonym", pseudonym)
                    .bind("domain", domainOf(name))
                    .bind("name", name)
                    .bind("day", day)
                    .execute());
        }
    }

    private List<Instant> daysOf(String name) {
        return sql.read(handle -> handle.createQuery(
                        "SELECT DISTINCT begins FROM journal_total WHERE cut = 'RECIPIENT' AND domain = :domain AND part = :name")
                .bind("domain", domainOf(name))
                .bind("name", name)
                .map((row, context) -> Instants.read(row, "begins"))
                .list());
    }

    private static String domainOf(String name) {
        return name.substring(name.lastIndexOf('@') + 1);
    }
}
