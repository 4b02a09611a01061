package org.scora.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.scora.audit.AuditLine;
import org.scora.audit.AuditLog;
import org.scora.checkup.MxHistory;
import org.scora.domain.Aliases;
import org.scora.domain.EffectiveSettings;
import org.scora.domain.MailboxLists;
import org.scora.domain.ProtectedDomains;
import org.scora.domain.Recipients;
import org.scora.domain.StoredSettings;
import org.scora.incident.Counts;
import org.scora.incident.Incidents;
import org.scora.journal.Journal;
import org.scora.journal.Opinions;
import org.scora.journal.Totals;
import org.scora.journal.Traces;
import org.scora.journal.Upkeep;
import org.scora.learn.Ledger;
import org.scora.people.Codes;
import org.scora.people.LinkTokens;
import org.scora.people.Links;
import org.scora.people.Marks;
import org.scora.people.Persons;
import org.scora.people.Sessions;
import org.scora.policy.ListChanges;
import org.scora.policy.SenderLists;
import org.scora.quarantine.DigestLog;
import org.scora.quarantine.HeldCopies;
import org.scora.quarantine.HeldMessages;
import org.scora.quarantine.ReleaseRequests;
import org.scora.trust.Correspondents;
import org.scora.trust.Greylist;

/** The database with all that Scora remembers in SQL. Safe for use by several threads. */
public final class Database implements AutoCloseable {
    private final HikariDataSource pool;
    private final Sql sql;
    private final Supplier<Optional<String>> fileTrouble;
    private final Store store;
    private final Clock clock;

    private Database(HikariDataSource pool, Sql sql, Supplier<Optional<String>> fileTrouble, Clock clock) {
        this.pool = pool;
        this.fileTrouble = fileTrouble;
        this.sql = sql;
        this.clock = clock;
        this.store = new Store(sql, new Remembered(() -> revision(sql), clock), new Author(AuditLine.GATEWAY, clock));
    }

    private static long revision(Sql sql) {
        return sql.read(handle -> handle.select("SELECT number FROM settings_revision")
                .mapTo(Long.class)
                .one());
    }

    /** Connects and brings the schema up to date; throws SettingException when the database can not be reached. */
    public static Database open(DatabaseSettings settings) {
        return open(settings, Clock.systemUTC());
    }

    /**
     * The same.
     *
     * @param clock gives the audit log its times
     */
    public static Database open(DatabaseSettings settings, Clock clock) {
        return open(settings, clock, DatabaseFile.KEPT);
    }

    /** @param kept how long what was found out about the embedded database's file is believed */
    static Database open(DatabaseSettings settings, Clock clock, Duration kept) {
        Engine engine = Engine.of(settings.url()).orElseThrow(() -> Unreachable.unknownEngine(settings.url()));
        String url = engine.completeUrl(settings.url());
        HikariDataSource pool = Pool.open(settings, engine, url);
        Jdbi jdbi = Jdbi.create(pool).registerArgument(new Instants());
        Supplier<Optional<String>> fileTrouble = DatabaseFile.of(url, kept)
                .<Supplier<Optional<String>>>map(file -> file::trouble)
                .orElse(Optional::empty);
        return new Database(
                pool, new Sql(jdbi, engine, () -> Pool.dropConnections(pool), fileTrouble), fileTrouble, clock);
    }

    public ProtectedDomains protectedDomains() {
        return new JdbiProtectedDomains(store);
    }

    public MailboxLists mailboxLists() {
        return new JdbiMailboxLists(store);
    }

    public Aliases aliases() {
        return new JdbiAliases(store);
    }

    public StoredSettings storedSettings() {
        return new JdbiStoredSettings(store);
    }

    /** What holds of the stored settings. */
    public EffectiveSettings effectiveSettings() {
        return new EffectiveSettings(protectedDomains(), storedSettings());
    }

    /** To whom addresses lead, by what is stored. */
    public Recipients recipients() {
        return new Recipients(protectedDomains(), aliases(), effectiveSettings());
    }

    public AuditLog auditLog() {
        return new JdbiAuditLog(sql, new AuditLines(clock));
    }

    public SenderLists senderLists() {
        return new JdbiSenderLists(store);
    }

    public HeldMessages heldMessages() {
        Recipients recipients = recipients();
        return new JdbiHeldMessages(
                sql,
                recipient -> recipients.ownerAddressOf(recipient).orElseGet(() -> recipient.toLowerCase(Locale.ROOT)),
                new AuditLines(clock));
    }

    public DigestLog digestLog() {
        return new JdbiDigestLog(sql);
    }

    public ReleaseRequests releaseRequests() {
        return new JdbiReleaseRequests(sql, clock);
    }

    /** The links that were sent in mails, with the tokens that prove them. */
    public Links links(LinkTokens tokens) {
        return new JdbiLinks(sql, tokens, clock);
    }

    /** Begins to do work that is planned in this database; to be closed before it. */
    public Schedule schedule(List<Schedule.Work> work) {
        return Schedule.start(pool, work);
    }

    public ListChanges listChanges() {
        return new JdbiListChanges(sql, senderLists());
    }

    public HeldCopies heldCopies() {
        return new JdbiHeldCopies(sql, new AuditLines(clock));
    }

    public Journal journal() {
        return new JdbiJournal(sql, clock);
    }

    /** What the journal's lines add up to. */
    public Totals totals() {
        return new JdbiTotals(sql);
    }

    /** Sums the journal up and clears it away, with pseudonyms that are made with a secret. */
    public Upkeep upkeep(byte[] secret) {
        return new JdbiUpkeep(sql, new Pseudonyms(secret), clock);
    }

    /** Finds messages, also those for which pseudonyms stand. */
    public Traces traces(byte[] secret) {
        return new JdbiTraces(sql, new Pseudonyms(secret));
    }

    /** What is stored about persons, also under pseudonyms. */
    public Persons persons(byte[] secret) {
        return new JdbiPersons(sql, new Pseudonyms(secret), new SecureRandom(), clock);
    }

    public Opinions opinions() {
        return new JdbiOpinions(sql);
    }

    public Counts counts() {
        return new JdbiCounts(sql);
    }

    public Incidents incidents() {
        return new JdbiIncidents(store);
    }

    public MxHistory mxHistory() {
        return new JdbiMxHistory(sql);
    }

    /** Who is logged in at the web console. */
    public Sessions sessions(SecureRandom random) {
        return new JdbiSessions(sql, random, clock);
    }

    /** What is known for a while of its visitors. */
    public Marks marks() {
        return new JdbiMarks(sql, clock);
    }

    /** The codes that were mailed to them. */
    public Codes codes(SecureRandom random) {
        return new JdbiCodes(sql, random, clock);
    }

    public Ledger ledger() {
        return new JdbiLedger(sql);
    }

    public Correspondents correspondents() {
        return new JdbiCorrespondents(sql);
    }

    public Greylist greylist() {
        return new JdbiGreylist(sql);
    }

    /** Why no mail can be taken now, for the log and the status; empty when all is well. */
    public Optional<String> trouble() {
        return fileTrouble.get().or(() -> reachable() ? Optional.empty() : Optional.of("the database does not answer"));
    }

    /** Whether a trivial question is answered now. */
    public boolean reachable() {
        try {
            return sql.read(handle ->
                            handle.select("SELECT 1").mapTo(Integer.class).one())
                    == 1;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
