package org.scora.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.scora.people.Link;
import org.scora.people.LinkTokens;
import org.scora.people.Links;

final class JdbiLinks implements Links {
    private final Sql sql;
    private final LinkTokens tokens;
    private final Clock clock;

    JdbiLinks(Sql sql, LinkTokens tokens, Clock clock) {
        this.sql = sql;
        this.tokens = tokens;
        this.clock = clock;
    }

    private record Row(Link link, boolean used, boolean revoked) {}

    @Override
    public String issue(Link link) {
        return issueAll(List.of(link)).get(0);
    }

    @Override
    public List<String> issueAll(List<Link> links) {
        if (links.isEmpty()) {
            return List.of();
        }
        List<Link> stored = links.stream().map(JdbiLinks::storable).toList();
        List<String> issued = stored.stream().map(tokens::issue).toList();
        sql.write(handle -> insert(handle, stored, issued));
        return issued;
    }

    // As it is read again, since the token proves each part.
    private static Link storable(Link link) {
        return new Link(
                link.kind(),
                Texts.exact(link.owner()),
                Texts.exact(link.about()),
                link.expires().truncatedTo(ChronoUnit.SECONDS));
    }

    private static int insert(Handle handle, List<Link> links, List<String> issued) {
        PreparedBatch batch = handle.prepareBatch("INSERT INTO link (token_hash, kind, owner, about, expires)"
                + " VALUES (:hash, :kind, :owner, :about, :expires)");
        for (int index = 0; index < links.size(); index++) {
            Link link = links.get(index);
            batch.bind("hash", LinkTokens.hashOf(issued.get(index)))
                    .bind("kind", link.kind().name())
                    .bind("owner", link.owner())
                    .bind("about", link.about())
                    .bindByType("expires", link.expires(), Instant.class)
                    .add();
        }
        return batch.execute().length;
    }

    @Override
    public Found find(String token) {
        if (!LinkTokens.isToken(token)) {
            return new Found.Unknown();
        }
        Optional<Row> row =
                sql.read(handle -> handle.select("SELECT * FROM link WHERE token_hash = ?", LinkTokens.hashOf(token))
                        .map((columns, context) -> read(columns))
                        .findOne());
        return row.filter(known -> tokens.proves(token, known.link()))
                .map(this::state)
                .orElseGet(Found.Unknown::new);
    }

    private Found state(Row row) {
        if (row.used()) {
            return new Found.Used(row.link());
        }
        if (row.revoked()) {
            return new Found.Revoked(row.link());
        }
        return clock.instant().isBefore(row.link().expires())
                ? new Found.Valid(row.link())
                : new Found.Expired(row.link());
    }

    private static Row read(ResultSet row) throws SQLException {
        Link link = new Link(
                Link.Kind.valueOf(row.getString("kind")),
                row.getString("owner"),
                row.getString("about"),
                row.getObject("expires", OffsetDateTime.class).toInstant());
        return new Row(link, row.getObject("used_at") != null, row.getObject("revoked_at") != null);
    }

    @Override
    public boolean use(String token) {
        return find(token) instanceof Found.Valid
                && sql.write(handle -> handle.createUpdate("UPDATE link SET used_at = :now WHERE token_hash = :hash"
                                        + " AND used_at IS NULL AND revoked_at IS NULL")
                                .bindByType("now", clock.instant(), Instant.class)
                                .bind("hash", LinkTokens.hashOf(token))
                                .execute())
                        == 1;
    }

    @Override
    public int revokeOf(String owner) {
        return sql.write(handle -> handle.createUpdate("UPDATE link SET revoked_at = :now"
                        + " WHERE owner = :owner AND used_at IS NULL AND revoked_at IS NULL")
                .bindByType("now", clock.instant(), Instant.class)
                .bind("owner", Texts.exact(owner.toLowerCase(Locale.ROOT)))
                .execute());
    }

    /** Makes void the links about a message that is gone for everybody. */
    static void revokeAbout(Handle handle, String key, Instant now) {
        handle.createUpdate("UPDATE link SET revoked_at = :now"
                        + " WHERE about = :key AND used_at IS NULL AND revoked_at IS NULL")
                .bindByType("now", now, Instant.class)
                .bind("key", Texts.exact(key))
                .execute();
    }

    @Override
    public int forget(Instant expiredBefore) {
        return sql.write(handle -> handle.createUpdate("DELETE FROM link WHERE expires < :before")
                .bindByType("before", expiredBefore, Instant.class)
                .execute());
    }
}
