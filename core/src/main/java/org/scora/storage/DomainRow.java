package org.scora.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.scora.domain.DomainState;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.RecipientPolicy;
import org.scora.domain.RouteHost;
import org.scora.domain.TlsPolicy;
import org.scora.message.Json;

/** Route and administrators stand in the domain's own row, so that finding a domain is one look-up. */
final class DomainRow {
    private static final String QUESTION = "SELECT * FROM protected_domain WHERE name = ?";

    private DomainRow() {}

    static Optional<ProtectedDomain> find(Handle handle, String name) {
        return ask(handle, QUESTION, name);
    }

    /** The same; nobody else changes it until the transaction ends. */
    static Optional<ProtectedDomain> findLocked(Handle handle, String name) {
        return ask(handle, QUESTION + " FOR UPDATE", name);
    }

    private static Optional<ProtectedDomain> ask(Handle handle, String question, String name) {
        return handle.select(question, name).map((row, context) -> read(row)).findOne();
    }

    static ProtectedDomain read(ResultSet row) throws SQLException {
        return new ProtectedDomain(
                row.getString("name"),
                DomainState.valueOf(row.getString("state")),
                List.of(Json.read(row.getString("route"), RouteHost[].class)),
                TlsPolicy.valueOf(row.getString("tls_policy")),
                recipients(row),
                row.getString("profile"),
                List.of(Json.read(row.getString("administrators"), String[].class)));
    }

    private static RecipientPolicy recipients(ResultSet row) throws SQLException {
        RecipientPolicy byOlderVersion =
                row.getBoolean("accepts_any_mailbox") ? RecipientPolicy.ANY : RecipientPolicy.LISTED;
        return Optional.ofNullable(row.getString("recipient_policy"))
                .map(RecipientPolicy::valueOf)
                .orElse(byOlderVersion);
    }

    static void write(Handle handle, ProtectedDomain domain, boolean known) {
        String update = "UPDATE protected_domain SET state = :state, route = :route, tls_policy = :tls,"
                + " recipient_policy = :recipients, accepts_any_mailbox = :acceptsAny, profile = :profile,"
                + " administrators = :administrators WHERE name = :name";
        String insert = "INSERT INTO protected_domain (name, state, route, tls_policy, recipient_policy,"
                + " accepts_any_mailbox, profile, administrators) VALUES (:name, :state, :route, :tls, :recipients,"
                + " :acceptsAny, :profile, :administrators)";
        ProfileRow.require(handle, domain.profile());
        handle.createUpdate(known ? update : insert)
                .bind("name", domain.name())
                .bind("state", domain.state().name())
                .bind("route", Json.write(domain.route()))
                .bind("tls", domain.tls().name())
                .bind("recipients", domain.recipients().name())
                // For a node of an older version: it does not know how to ask, and leaves it to the server.
                .bind("acceptsAny", domain.recipients() != RecipientPolicy.LISTED)
                .bind("profile", domain.profile())
                .bind("administrators", Json.write(domain.administrators()))
                .execute();
    }
}
