package org.scora.storage;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.scora.message.Addresses;
import org.scora.message.Json;
import org.scora.people.Actor;
import org.scora.quarantine.HeldCopy;
import org.scora.quarantine.HeldMessage;
import org.scora.quarantine.HeldMessages;
import org.scora.quarantine.LegalHoldException;

/** Keys and addresses are never cut: one that does not fit fails, and the server tries again or sets the mail aside. */
final class JdbiHeldMessages implements HeldMessages {
    static final int LONGEST_REASON = 1000;
    private static final int LONGEST_SUBJECT = 500;
    private static final int LONGEST_DOMAIN = 320;
    private static final String INSERT = """
            INSERT INTO held_message (message_key, receipt, sender, subject, score, category, reason, held_at,
                size_in_bytes, envelope, released_at, content_hash, facts, legal_hold, ended_at)
            VALUES (:key, :receipt, :sender, :subject, :score, :category, :reason, :heldAt,
                :size, :envelope, :releasedAt, :hash, :facts, :legalHold, :endedAt)""";
    private static final String INSERT_RECIPIENT = """
            INSERT INTO held_recipient (message_key, place, recipient, domain, held_at, owner, category, state,
                changed_at, changed_by, digest)
            VALUES (:key, :place, :recipient, :domain, :heldAt, :owner, :category, :state, :changedAt, :changedBy,
                :digest)""";

    private final Sql sql;
    private final UnaryOperator<String> owner;
    private final AuditLines audit;

    /** @param owner the address of the mailbox to which a recipient leads */
    JdbiHeldMessages(Sql sql, UnaryOperator<String> owner, AuditLines audit) {
        this.sql = sql;
        this.owner = owner;
        this.audit = audit;
    }

    @Override
    public void put(HeldMessage message) {
        Map<String, String> owners = new HashMap<>();
        message.recipients().forEach(recipient -> owners.computeIfAbsent(recipient, owner));
        sql.write(handle -> {
            Optional<HeldMessage> before = HeldRows.lock(handle, message.key());
            HeldMessage now = message.standing(message.copies().stream()
                    .map(copy -> standing(copy, before, owners))
                    .toList());
            Map<String, Long> digests = digests(handle, message.key());
            handle.execute("DELETE FROM held_message WHERE message_key = ?", Texts.exact(message.key()));
            insert(handle, now, before.map(HeldMessage::legalHold).orElse(false));
            insertCopies(handle, now, digests);
            return insertTerms(handle, now);
        });
    }

    private static HeldCopy standing(HeldCopy copy, Optional<HeldMessage> before, Map<String, String> owners) {
        Optional<HeldCopy> known = before.stream()
                .flatMap(message -> message.copies().stream())
                .filter(other -> other.recipient().equalsIgnoreCase(copy.recipient()))
                .findFirst();
        HeldCopy stands = known.orElse(copy);
        return new HeldCopy(
                copy.recipient(),
                Optional.ofNullable(owners.get(copy.recipient())).orElse(copy.owner()),
                stands.state(),
                stands.changedAt(),
                stands.changedBy());
    }

    private static void insert(Handle handle, HeldMessage message, boolean legalHold) {
        boolean ended = message.copies().stream().noneMatch(copy -> copy.state().keepsContent());
        handle.createUpdate(INSERT)
                .bind("key", Texts.exact(message.key()))
                .bind("receipt", Texts.exact(message.receipt()))
                .bind("sender", message.sender().map(Texts::exact))
                .bind("subject", Texts.bounded(message.subject(), LONGEST_SUBJECT))
                .bind("score", message.score())
                .bind("category", message.category().name())
                .bind("reason", Texts.bounded(message.reason(), LONGEST_REASON))
                .bind("heldAt", message.heldAt())
                .bind("size", message.size())
                .bind("envelope", Texts.exact(message.envelope()))
                .bindByType("releasedAt", message.releasedAt().orElse(null), Instant.class)
                .bind("hash", message.contentHash())
                .bind("facts", Texts.exact(Json.write(message.facts())))
                .bind("legalHold", legalHold)
                .bindByType("endedAt", ended ? message.heldAt() : null, Instant.class)
                .execute();
        if (ended) {
            HeldEnd.removeContent(handle, message.key());
        }
    }

    // Nobody is told of a message twice since it was held again.
    private static Map<String, Long> digests(Handle handle, String key) {
        Map<String, Long> digests = new HashMap<>();
        handle.select("SELECT recipient, digest FROM held_recipient WHERE message_key = ?", Texts.exact(key))
                .map((row, context) -> Map.entry(row.getString("recipient"), row.getLong("digest")))
                .forEach(row -> digests.put(row.getKey(), row.getValue()));
        return digests;
    }

    private static void insertCopies(Handle handle, HeldMessage message, Map<String, Long> digests) {
        PreparedBatch batch = handle.prepareBatch(INSERT_RECIPIENT);
        int place = 0;
        for (HeldCopy copy : message.copies()) {
            batch.bind("key", Texts.exact(message.key()))
                    .bind("place", place++)
                    .bind("recipient", Texts.exact(copy.recipient()))
                    .bind("domain", domainOf(copy.recipient()))
                    .bind("heldAt", message.heldAt())
                    .bind("owner", Texts.exact(copy.owner()))
                    .bind("category", message.category().name())
                    .bind("state", copy.state().name())
                    .bindByType("changedAt", copy.changedAt().orElse(null), Instant.class)
                    .bind("changedBy", copy.changedBy())
                    .bind("digest", digests.getOrDefault(copy.recipient(), 0L))
                    .add();
        }
        batch.execute();
    }

    private static int insertTerms(Handle handle, HeldMessage message) {
        Set<String> terms = HeldTerms.of(message);
        Set<String> domains =
                message.recipients().stream().map(JdbiHeldMessages::domainOf).collect(Collectors.toUnmodifiableSet());
        PreparedBatch batch = handle.prepareBatch("INSERT INTO held_term (term, domain, held_at, message_key)"
                + " VALUES (:term, :domain, :heldAt, :key)");
        for (String domain : domains) {
            for (String term : terms) {
                batch.bind("term", term)
                        .bind("domain", domain)
                        .bind("heldAt", message.heldAt())
                        .bind("key", Texts.exact(message.key()))
                        .add();
            }
        }
        return terms.isEmpty() || domains.isEmpty() ? 0 : batch.execute().length;
    }

    static String domainOf(String recipient) {
        return domain(Addresses.domainOf(recipient).orElse(""));
    }

    static String domain(String name) {
        return Texts.bounded(name.toLowerCase(Locale.ROOT), LONGEST_DOMAIN);
    }

    @Override
    public Optional<HeldMessage> find(String key) {
        return sql.read(handle -> HeldRows.find(handle, key));
    }

    @Override
    public List<HeldMessage> byReceipt(String receipt) {
        return sql.read(handle -> HeldRows.read(
                handle,
                handle.createQuery("SELECT m.* FROM held_message m WHERE m.receipt = :receipt" + HeldRows.NEWEST_FIRST)
                        .bind("receipt", Texts.exact(receipt))));
    }

    @Override
    public List<HeldMessage> list(Optional<String> recipientDomain, int limit) {
        String ofDomain = " JOIN (SELECT DISTINCT held_at, message_key FROM held_recipient WHERE domain = :domain"
                + " ORDER BY held_at DESC, message_key DESC LIMIT :limit) r ON r.message_key = m.message_key";
        return sql.read(handle -> HeldRows.read(
                handle,
                handle.createQuery("SELECT m.* FROM held_message m" + (recipientDomain.isPresent() ? ofDomain : "")
                                + " WHERE m.ended_at IS NULL" + HeldRows.NEWEST_FIRST + " LIMIT :limit")
                        .bind("domain", domain(recipientDomain.orElse("")))
                        .bind("limit", limit)));
    }

    @Override
    public List<String> keys() {
        return sql.read(handle -> handle.select("SELECT message_key FROM held_message WHERE ended_at IS NULL")
                .mapTo(String.class)
                .list());
    }

    @Override
    public long count() {
        return sql.read(handle -> handle.select("SELECT COUNT(*) FROM held_message WHERE ended_at IS NULL")
                .mapTo(Long.class)
                .one());
    }

    @Override
    public boolean remove(String key) {
        return sql.write(handle -> HeldRows.lock(handle, key)
                .map(message -> removed(handle, message))
                .orElse(false));
    }

    // James' own webadmin and "reprocess" come here; they do not say who asks.
    private boolean removed(Handle handle, HeldMessage message) {
        if (message.legalHold()) {
            throw new LegalHoldException(message.receipt());
        }
        message.copies()
                .forEach(copy -> audit.write(
                        handle,
                        Actor.GATEWAY,
                        domainOf(copy.recipient()),
                        "remove " + message.receipt() + " to " + copy.recipient(),
                        copy.state().name().toLowerCase(Locale.ROOT),
                        "removed from the repository",
                        ""));
        return handle.execute("DELETE FROM held_message WHERE message_key = ?", Texts.exact(message.key())) > 0;
    }
}
