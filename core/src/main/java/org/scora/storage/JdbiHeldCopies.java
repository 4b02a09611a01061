package org.scora.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.scora.journal.Opinion;
import org.scora.people.Actor;
import org.scora.quarantine.CopyChange;
import org.scora.quarantine.HeldCopies;
import org.scora.quarantine.HeldCopy;
import org.scora.quarantine.HeldMessage;
import org.scora.quarantine.HeldQuery;
import org.scora.quarantine.HeldState;
import org.scora.score.Category;

final class JdbiHeldCopies implements HeldCopies {
    private static final int LONGEST_NAME = 320;

    private final Sql sql;
    private final AuditLines audit;

    JdbiHeldCopies(Sql sql, AuditLines audit) {
        this.sql = sql;
        this.audit = audit;
    }

    @Override
    public List<HeldMessage> search(HeldQuery query) {
        return sql.read(handle -> new HeldSearch(query).run(handle));
    }

    @Override
    public List<String> change(CopyChange change) {
        return sql.write(handle -> HeldRows.lock(handle, change.key())
                .filter(message -> change.to().keepsContent() || !message.legalHold())
                .map(message -> change(handle, message, change))
                .orElse(List.of()));
    }

    private List<String> change(Handle handle, HeldMessage message, CopyChange change) {
        List<String> changed = new ArrayList<>();
        for (HeldCopy copy : message.copies()) {
            boolean asked = change.recipients().stream().anyMatch(copy.recipient()::equalsIgnoreCase);
            if (asked && change.from().contains(copy.state())) {
                set(handle, change, copy);
                note(handle, message, change, copy);
                noteOpinion(handle, message, change, copy);
                changed.add(copy.recipient());
            }
        }
        HeldEnd.endIfNobodyIsLeft(handle, change.key(), change.at());
        noteRelease(handle, change.key());
        return changed;
    }

    private static void set(Handle handle, CopyChange change, HeldCopy copy) {
        handle.createUpdate("UPDATE held_recipient SET state = :state, changed_at = :at, changed_by = :who"
                        + " WHERE message_key = :key AND recipient = :recipient")
                .bind("state", change.to().name())
                .bindByType("at", change.at(), Instant.class)
                .bind("who", Texts.bounded(change.by().name(), LONGEST_NAME))
                .bind("key", Texts.exact(change.key()))
                .bind("recipient", copy.recipient())
                .execute();
    }

    private void note(Handle handle, HeldMessage message, CopyChange change, HeldCopy copy) {
        audit.write(
                handle,
                change.by(),
                JdbiHeldMessages.domainOf(copy.recipient()),
                change.what() + " " + message.receipt() + " to " + copy.recipient(),
                word(copy.state()),
                word(change.to()),
                change.reason());
    }

    private static void noteOpinion(Handle handle, HeldMessage message, CopyChange change, HeldCopy copy) {
        boolean somebody = !change.by().name().equals(Actor.GATEWAY.name());
        if (somebody && change.to() == HeldState.RELEASING) {
            JdbiOpinions.note(
                    handle,
                    new Opinion(
                            message.receipt(),
                            copy.recipient(),
                            Opinion.Kind.RELEASED,
                            change.at(),
                            change.by().name()));
        }
    }

    @Override
    public void opinion(HeldMessage message, List<String> recipients, Actor by, Opinion.Kind kind, Instant at) {
        sql.write(handle -> {
            recipients.forEach(recipient ->
                    JdbiOpinions.note(handle, new Opinion(message.receipt(), recipient, kind, at, by.name())));
            return recipients.size();
        });
    }

    /** A version that knows nothing of copies runs beside this one during an upgrade, and must not release it again. */
    private static void noteRelease(Handle handle, String key) {
        Optional<Instant> released = HeldRows.find(handle, key).flatMap(HeldMessage::releasedAt);
        handle.createUpdate("UPDATE held_message SET released_at = :at WHERE message_key = :key")
                .bindByType("at", released.orElse(null), Instant.class)
                .bind("key", Texts.exact(key))
                .execute();
    }

    @Override
    public boolean setLegalHold(String key, boolean on, Actor by, Instant at, String reason) {
        return sql.write(handle -> HeldRows.lock(handle, key)
                .filter(message ->
                        message.copies().stream().anyMatch(copy -> copy.state().keepsContent()))
                .map(message -> setLegalHold(handle, message, on, by, reason))
                .orElse(false));
    }

    private boolean setLegalHold(Handle handle, HeldMessage message, boolean on, Actor by, String reason) {
        if (message.legalHold() != on) {
            handle.execute(
                    "UPDATE held_message SET legal_hold = ? WHERE message_key = ?", on, Texts.exact(message.key()));
            message.copies()
                    .forEach(copy -> audit.write(
                            handle,
                            by,
                            JdbiHeldMessages.domainOf(copy.recipient()),
                            "legal hold of " + message.receipt() + " to " + copy.recipient(),
                            on ? "off" : "on",
                            on ? "on" : "off",
                            reason));
        }
        return true;
    }

    @Override
    public void recategorize(String key, Category category, String reason) {
        sql.write(handle -> {
            handle.execute(
                    "UPDATE held_message SET category = ?, reason = ? WHERE message_key = ?",
                    category.name(),
                    Texts.bounded(reason, JdbiHeldMessages.LONGEST_REASON),
                    Texts.exact(key));
            return handle.execute(
                    "UPDATE held_recipient SET category = ? WHERE message_key = ?", category.name(), Texts.exact(key));
        });
    }

    @Override
    public void note(HeldMessage message, List<String> recipients, Actor by, String what, String result) {
        sql.write(handle -> {
            recipients.forEach(recipient -> audit.write(
                    handle,
                    by,
                    JdbiHeldMessages.domainOf(recipient),
                    what + " " + message.receipt() + " to " + recipient,
                    word(HeldState.HELD),
                    result,
                    ""));
            return true;
        });
    }

    @Override
    public List<HeldMessage> beingReleased(Instant before, int limit) {
        return sql.read(handle -> HeldRows.read(
                handle,
                handle.createQuery("SELECT m.* FROM held_message m WHERE m.message_key IN (SELECT r.message_key"
                                + " FROM held_recipient r WHERE r.state = :state AND r.changed_at < :before)"
                                + HeldRows.NEWEST_FIRST + " LIMIT :limit")
                        .bind("state", HeldState.RELEASING.name())
                        .bindByType("before", before, Instant.class)
                        .bind("limit", limit)));
    }

    @Override
    public List<String> domains() {
        return sql.read(HeldDue::domains);
    }

    @Override
    public List<String> due(String domain, Category category, Instant heldBefore, int limit) {
        return sql.read(handle -> HeldDue.expired(handle, domain, category, heldBefore, limit));
    }

    @Override
    public long bytesOf(String domain) {
        return sql.read(handle -> HeldDue.bytesOf(handle, domain));
    }

    @Override
    public List<Evictable> firstToGo(String domain, int limit) {
        return sql.read(handle -> HeldDue.firstToGo(handle, domain, limit));
    }

    @Override
    public int expire(String domain, List<String> keys, Instant at, String reason) {
        return sql.write(handle -> {
            int copies = HeldDue.expire(handle, domain, keys, at);
            if (copies > 0) {
                audit.write(
                        handle,
                        Actor.GATEWAY,
                        domain,
                        "expiry of " + copies + (copies == 1 ? " held copy" : " held copies"),
                        word(HeldState.HELD),
                        word(HeldState.EXPIRED),
                        reason);
            }
            return copies;
        });
    }

    @Override
    public List<String> contentsToRemove(int limit) {
        return sql.read(handle -> handle.select("SELECT message_key FROM held_content_to_remove LIMIT ?", limit)
                .mapTo(String.class)
                .list());
    }

    @Override
    public void contentsRemoved(List<String> keys) {
        if (!keys.isEmpty()) {
            sql.write(handle -> handle.createUpdate("DELETE FROM held_content_to_remove WHERE message_key IN (<keys>)")
                    .bindList("keys", keys.stream().map(Texts::exact).toList())
                    .execute());
        }
    }

    @Override
    public int forget(Instant endedBefore, int limit) {
        return sql.write(handle -> HeldDue.forget(handle, endedBefore, limit));
    }

    @Override
    public Optional<HeldMessage> withContent(String key) {
        return sql.read(handle -> HeldRows.find(handle, key))
                .filter(message ->
                        message.copies().stream().anyMatch(copy -> copy.state().keepsContent()));
    }

    private static String word(HeldState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
