package org.scora.storage;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.scora.domain.DomainState;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.RecipientPolicy;
import org.scora.domain.RouteHost;
import org.scora.domain.SettingScope;

/** Real databases for tests, and what tests do with them again and again. */
public final class TestDatabase {
    private TestDatabase() {}

    /** An empty one in memory. */
    public static Database open(Clock clock) {
        return Database.open(
                new DatabaseSettings("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "scora", "", 4), clock);
    }

    /** Makes it protect a domain with these mailboxes, whose administrator is {@code admin@} there. */
    public static void protect(Database database, String domain, String... mailboxes) {
        protect(database, domain, List.of("admin@" + domain), mailboxes);
    }

    public static void protect(Database database, String domain, List<String> administrators, String... mailboxes) {
        database.protectedDomains()
                .save(new ProtectedDomain(
                        domain,
                        DomainState.ACTIVE,
                        List.of(new RouteHost("mail.example.com", 25, 0)),
                        RecipientPolicy.LISTED,
                        administrators));
        database.protectedDomains().addMailboxes(domain, List.of(mailboxes));
    }

    public static void set(Database database, SettingScope scope, String name, String value) {
        database.storedSettings().set(scope, name, Optional.of(value));
    }
}
