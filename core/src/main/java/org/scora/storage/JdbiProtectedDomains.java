package org.scora.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.scora.domain.DomainNames;
import org.scora.domain.DomainState;
import org.scora.domain.MailboxNames;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.ProtectedDomains;
import org.scora.domain.RouteHost;
import org.scora.message.Addresses;
import org.scora.message.Json;

/** Route and administrators stand in the domain's own row, so that finding a domain is one look-up. */
final class JdbiProtectedDomains implements ProtectedDomains {
    private static final int ROWS_AT_ONCE = 1000;

    private final Sql sql;

    JdbiProtectedDomains(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<ProtectedDomain> find(String domainName) {
        return DomainNames.find(domainName)
                .flatMap(name -> sql.read(handle -> handle.select("SELECT * FROM protected_domain WHERE name = ?", name)
                        .map((row, context) -> read(row))
                        .findOne()));
    }

    @Override
    public List<ProtectedDomain> all() {
        List<ProtectedDomain> domains = sql.read(handle -> handle.select("SELECT * FROM protected_domain")
                .map((row, context) -> read(row))
                .list());
        // Sorted here: how PostgreSQL sorts depends on its locale.
        return domains.stream()
                .sorted(Comparator.comparing(ProtectedDomain::name))
                .toList();
    }

    @Override
    public void save(ProtectedDomain domain) {
        sql.write(handle -> {
            String update = "UPDATE protected_domain SET state = :state, route = :route,"
                    + " accepts_any_mailbox = :acceptsAnyMailbox, administrators = :administrators WHERE name = :name";
            String insert = "INSERT INTO protected_domain (name, state, route, accepts_any_mailbox, administrators)"
                    + " VALUES (:name, :state, :route, :acceptsAnyMailbox, :administrators)";
            int updated = write(handle, update, domain);
            return updated > 0 ? updated : write(handle, insert, domain);
        });
    }

    private static int write(Handle handle, String statement, ProtectedDomain domain) {
        return handle.createUpdate(statement)
                .bind("name", domain.name())
                .bind("state", domain.state().name())
                .bind("route", Json.write(domain.route()))
                .bind("acceptsAnyMailbox", domain.acceptsAnyMailbox())
                .bind("administrators", Json.write(domain.administrators()))
                .execute();
    }

    private static ProtectedDomain read(ResultSet row) throws SQLException {
        return new ProtectedDomain(
                row.getString("name"),
                DomainState.valueOf(row.getString("state")),
                List.of(Json.read(row.getString("route"), RouteHost[].class)),
                row.getBoolean("accepts_any_mailbox"),
                List.of(Json.read(row.getString("administrators"), String[].class)));
    }

    @Override
    public boolean remove(String domainName) {
        return withDomain(
                domainName,
                name -> sql.write(handle -> handle.execute("DELETE FROM protected_domain WHERE name = ?", name) > 0));
    }

    @Override
    public boolean hasMailbox(String domainName, String localPart) {
        return withDomain(domainName, name -> exists("mailbox", name, localPart));
    }

    @Override
    public List<String> mailboxes(String domainName) {
        Optional<List<String>> found = DomainNames.find(domainName)
                .map(name -> sql.read(handle -> handle.select("SELECT local_part FROM mailbox WHERE domain = ?", name)
                        .mapTo(String.class)
                        .list()));
        return found.orElse(List.of()).stream().sorted().toList();
    }

    @Override
    public int addMailboxes(String domainName, Collection<String> localParts) {
        String name = DomainNames.parse(domainName);
        Set<String> wanted = localParts.stream()
                .map(localPart -> MailboxNames.parse(localPart, name))
                .collect(Collectors.toCollection(TreeSet::new));
        return sql.write(handle -> {
            KnownDomain.require(handle, name);
            PreparedBatch batch = handle.prepareBatch("INSERT INTO mailbox (domain, local_part)"
                    + " SELECT CAST(:domain AS VARCHAR), CAST(:localPart AS VARCHAR) WHERE NOT EXISTS"
                    + " (SELECT 1 FROM mailbox WHERE domain = :domain AND local_part = :localPart)");
            int added = 0;
            for (String localPart : wanted) {
                batch.bind("domain", name).bind("localPart", localPart).add();
                added += batch.size() >= ROWS_AT_ONCE ? sum(batch.execute()) : 0;
            }
            return added + sum(batch.execute());
        });
    }

    private static int sum(int[] counts) {
        return Arrays.stream(counts).sum();
    }

    @Override
    public boolean isExempt(String recipient) {
        return Addresses.domainOf(recipient)
                .map(domain ->
                        withDomain(domain, name -> exists("exempt_recipient", name, Addresses.localPartOf(recipient))))
                .orElse(false);
    }

    @Override
    public void setExempt(String recipient, boolean exempt) {
        String name = DomainNames.parse(Addresses.domainOf(recipient)
                .orElseThrow(() -> new IllegalArgumentException("'" + recipient + "' is not an address")));
        String localPart = MailboxNames.parse(Addresses.localPartOf(recipient), name);
        sql.write(handle -> {
            KnownDomain.require(handle, name);
            handle.execute("DELETE FROM exempt_recipient WHERE domain = ? AND local_part = ?", name, localPart);
            return exempt
                    ? handle.execute("INSERT INTO exempt_recipient (domain, local_part) VALUES (?, ?)", name, localPart)
                    : 0;
        });
    }

    private boolean exists(String table, String domain, String localPart) {
        String question = "SELECT COUNT(*) FROM " + table + " WHERE domain = ? AND local_part = ?";
        String lowerCase = Texts.exact(localPart.toLowerCase(Locale.ROOT));
        return sql.read(handle -> handle.select(question, domain, lowerCase)
                        .mapTo(Integer.class)
                        .one())
                > 0;
    }

    private static boolean withDomain(String domainName, Function<String, Boolean> question) {
        return DomainNames.find(domainName).map(question).orElse(false);
    }
}
