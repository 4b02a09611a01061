package org.scora.storage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scora.audit.AuditLine;
import org.scora.audit.AuditLog;

final class JdbiAuditLog implements AuditLog {
    private final Sql sql;
    private final AuditLines audit;

    JdbiAuditLog(Sql sql, AuditLines audit) {
        this.sql = sql;
        this.audit = audit;
    }

    @Override
    public void note(AuditLine line) {
        sql.write(handle -> audit.write(handle, line));
    }

    @Override
    public List<AuditLine> find(Optional<String> domain, Instant since, int most) {
        String ofDomain = domain.isPresent() ? " AND domain = :domain" : "";
        return sql.read(handle -> handle.createQuery("SELECT * FROM audit_line WHERE changed_at >= :since" + ofDomain
                        + " ORDER BY changed_at DESC, id DESC LIMIT :most")
                .bindByType("since", since, Instant.class)
                .bind("most", most)
                .bindMap(domain.map(name -> Map.of("domain", name)).orElse(Map.of()))
                .map((row, context) -> new AuditLine(
                        Instants.read(row, "changed_at"),
                        row.getString("who"),
                        Optional.ofNullable(row.getString("domain")),
                        row.getString("what"),
                        Optional.ofNullable(row.getString("text_before")),
                        Optional.ofNullable(row.getString("text_after")),
                        Optional.ofNullable(row.getString("origin")),
                        Optional.ofNullable(row.getString("reason"))))
                .list());
    }
}
