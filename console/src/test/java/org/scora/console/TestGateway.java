package org.scora.console;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.apache.james.metrics.tests.RecordingMetricFactory;
import org.apache.james.webadmin.RandomPortSupplier;
import org.apache.james.webadmin.WebAdminConfiguration;
import org.apache.james.webadmin.WebAdminServer;
import org.apache.james.webadmin.mdc.LoggingRequestFilter;
import org.scora.check.known.KnownHosts;
import org.scora.checkup.CheckUp;
import org.scora.checkup.GatewayIdentity;
import org.scora.checkup.SocketSmtpProbe;
import org.scora.console.admin.AdminTokenFilter;
import org.scora.console.admin.AliasRoutes;
import org.scora.console.admin.AuditRoutes;
import org.scora.console.admin.BodyPatience;
import org.scora.console.admin.BriefRequestLogger;
import org.scora.console.admin.CheckUpRoutes;
import org.scora.console.admin.DigestRoutes;
import org.scora.console.admin.DirectoryRoutes;
import org.scora.console.admin.DomainRoutes;
import org.scora.console.admin.ExportRoutes;
import org.scora.console.admin.FindingRoutes;
import org.scora.console.admin.HeldActionRoutes;
import org.scora.console.admin.IncidentRoutes;
import org.scora.console.admin.JournalRoutes;
import org.scora.console.admin.LessonRoutes;
import org.scora.console.admin.ListChangeRoutes;
import org.scora.console.admin.ListRoutes;
import org.scora.console.admin.MailboxImportRoute;
import org.scora.console.admin.MailboxRoutes;
import org.scora.console.admin.PersonRoutes;
import org.scora.console.admin.ProfileRoutes;
import org.scora.console.admin.QuarantineRoutes;
import org.scora.console.admin.QueueRoutes;
import org.scora.console.admin.ReportRoutes;
import org.scora.console.admin.RequestRoutes;
import org.scora.console.admin.SettingRoutes;
import org.scora.console.admin.StatusRoutes;
import org.scora.console.admin.TokenOnEveryPath;
import org.scora.console.admin.TraceRoutes;
import org.scora.console.admin.TrialRoutes;
import org.scora.console.admin.UpkeepRoutes;
import org.scora.directory.Directories;
import org.scora.dns.ChangingZone;
import org.scora.domain.Authorities;
import org.scora.domain.DomainState;
import org.scora.domain.OwnListener;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.ProtectedDomains;
import org.scora.domain.RecipientPolicy;
import org.scora.domain.RouteHost;
import org.scora.incident.Breaker;
import org.scora.incident.BreakerMode;
import org.scora.incident.Incidents;
import org.scora.incident.Judging;
import org.scora.incident.Telling;
import org.scora.incident.Undoing;
import org.scora.journal.Journal;
import org.scora.journal.JournalLine;
import org.scora.journal.Outcome;
import org.scora.journal.Passage;
import org.scora.journal.Tracing;
import org.scora.learn.Learner;
import org.scora.learn.SiteModel;
import org.scora.message.Authentication;
import org.scora.message.Authentication.Result;
import org.scora.message.OutgoingMail;
import org.scora.people.AdminToken;
import org.scora.people.LinkAddress;
import org.scora.people.LinkTokens;
import org.scora.people.RunningServer;
import org.scora.policy.ChainProfile;
import org.scora.policy.Disposition;
import org.scora.policy.SenderLists;
import org.scora.quarantine.ContentStore;
import org.scora.quarantine.FileContentStore;
import org.scora.quarantine.HeldActions;
import org.scora.quarantine.HeldFacts;
import org.scora.quarantine.HeldMessage;
import org.scora.quarantine.Quarantine;
import org.scora.quarantine.Releases;
import org.scora.quarantine.RequestDesk;
import org.scora.quarantine.SenderChoice;
import org.scora.quarantine.Verification;
import org.scora.quarantine.VirusScan;
import org.scora.replay.Deciding;
import org.scora.replay.Trials;
import org.scora.report.IncidentMails;
import org.scora.report.Reports;
import org.scora.report.RequestMails;
import org.scora.report.Wordings;
import org.scora.report.contents.Sources;
import org.scora.report.digest.DigestMails;
import org.scora.report.digest.Digests;
import org.scora.score.Category;
import org.scora.score.SiteFindings;
import org.scora.score.Weights;
import org.scora.score.WeightsInForce;
import org.scora.storage.Database;
import org.scora.storage.DatabaseSettings;

/** The real admin API on a real database in memory, announced in a home of its own; only the queue is a list. */
public final class TestGateway implements AutoCloseable {
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneId.of("UTC"));
    public static final int SMTP_PORT = 2525;
    private static final Authentication PROVEN = new Authentication(
            Result.PASS, Optional.of("sender.example"), List.of(), Result.PASS, Optional.of("sender.example"), true);

    private static final String ZONE = "back.example.org. A 127.0.0.1\nmail.example.com. A 192.0.2.7\n";

    public final Path home;
    public final ProtectedDomains domains;
    public final ChangingZone zone = new ChangingZone(ZONE);
    public final ListedQueue queue = new ListedQueue();
    public final SenderLists lists;
    public final Journal journal;
    public final Quarantine quarantine;
    public final SiteModel model;
    public final Incidents incidents;
    public final List<OutgoingMail> sent = new ArrayList<>();
    public final String token;

    public final ContentStore contents;
    private final Database database;
    private final WebAdminServer server;

    public TestGateway(Path home) {
        this.home = home;
        this.database = Database.open(
                new DatabaseSettings("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "scora", "", 4));
        this.domains = database.protectedDomains();
        this.lists = database.senderLists();
        this.journal = database.journal();
        this.incidents = database.incidents();
        this.contents = new FileContentStore(home.resolve("var/held"));
        this.quarantine = new Quarantine(database.heldMessages(), contents);
        this.model = SiteModel.open(home.resolve("var/model"), database.ledger(), Learner::shipped, CLOCK);
        AdminToken adminToken = AdminToken.createOrRead(home.resolve("var/admin-token"), new SecureRandom());
        this.token = adminToken.secret();
        this.server = start(new AdminTokenFilter(adminToken));
        new RunningServer(ProcessHandle.current().pid(), SMTP_PORT, port(), 8080).announce(home.resolve("var"));
    }

    private WebAdminServer start(AdminTokenFilter filter) {
        OwnListener ownListener =
                new OwnListener("mx1.gateway.example", SMTP_PORT, address -> address.isLoopbackAddress(), zone);
        HeldActions actions = actions();
        WebAdminServer webadmin = new WebAdminServer(
                WebAdminConfiguration.builder()
                        .enabled()
                        .host("127.0.0.1")
                        .port(new RandomPortSupplier())
                        .build(),
                List.of(
                        new TokenOnEveryPath(filter),
                        new BodyPatience(Duration.ofSeconds(2)),
                        new DomainRoutes(domains, ownListener),
                        new CheckUpRoutes(checkUp(ownListener)),
                        new MailboxRoutes(domains, database.mailboxLists()),
                        new MailboxImportRoute(database.mailboxLists(), domains),
                        new DirectoryRoutes(
                                Directories.in(home.resolve("conf"), domains, database.mailboxLists()), domains),
                        new AliasRoutes(database.aliases(), domains),
                        new SettingRoutes(
                                domains,
                                database.storedSettings(),
                                database.effectiveSettings(),
                                database.recipients(),
                                new ChainProfile(),
                                ownListener),
                        new ProfileRoutes(database.storedSettings()),
                        new AuditRoutes(database.auditLog()),
                        new ExportRoutes(
                                domains,
                                database.mailboxLists(),
                                database.aliases(),
                                database.storedSettings(),
                                lists,
                                ownListener),
                        new ListRoutes(lists, domains, CLOCK),
                        new QuarantineRoutes(
                                quarantine,
                                database.heldCopies(),
                                new Verification(
                                        database.heldMessages(),
                                        database.heldCopies(),
                                        quarantine,
                                        contents,
                                        Clock.offset(Clock.systemUTC(), Duration.ofHours(2)))),
                        new HeldActionRoutes(quarantine, actions, database.listChanges(), CLOCK),
                        new RequestRoutes(requests(actions), database.releaseRequests(), quarantine),
                        new ListChangeRoutes(database.listChanges()),
                        new QueueRoutes(queue),
                        new JournalRoutes(journal),
                        new UpkeepRoutes(database.upkeep(new byte[32])),
                        new TraceRoutes(new Tracing(
                                database.traces(new byte[32]), journal, database.opinions(), Weights::shipped)),
                        new PersonRoutes(database.persons(new byte[32])),
                        new FindingRoutes(journal, incidents, CLOCK),
                        new TrialRoutes(trials()),
                        incidentRoutes(),
                        new LessonRoutes(model, database.ledger()),
                        new DigestRoutes(digests(), domains, database.recipients()),
                        new ReportRoutes(reports(), domains, sent::add, CLOCK),
                        new StatusRoutes(status())),
                filter,
                new RecordingMetricFactory(),
                new LoggingRequestFilter(Set.of(new BriefRequestLogger()))) {};
        return webadmin.start();
    }

    private Deciding.Sources sources() {
        return new Deciding.Sources(
                domains, database.storedSettings(), database.recipients(), lists, new ChainProfile(), CLOCK);
    }

    private WeightsInForce weights() {
        return new WeightsInForce(SiteFindings::shipped, database.incidents()::advisories);
    }

    private Reports reports() {
        Sources sources = new Sources(journal, database.totals(), database.opinions(), lists, domain -> Map.of());
        return new Reports(Reports.Making.plain(sources), "mx1.gateway.example", CLOCK);
    }

    private Trials trials() {
        return new Trials(journal, database.opinions(), sources(), weights(), CLOCK);
    }

    private IncidentRoutes incidentRoutes() {
        WeightsInForce weights = weights();
        Breaker breaker = new Breaker(
                new Breaker.Store(journal, database.opinions(), database.counts(), incidents),
                sources(),
                weights,
                BreakerMode.ON,
                CLOCK);
        Telling telling = new Telling(
                incidents, domains, new IncidentMails("mx1.gateway.example", CLOCK), sent::add, Optional.empty());
        Undoing undoing = new Undoing(
                incidents, database.heldCopies(), new Judging(journal, sources(), weights), releases(), CLOCK);
        return new IncidentRoutes(incidents, breaker, telling, undoing, CLOCK);
    }

    private Releases releases() {
        return new Releases(
                quarantine, database.heldCopies(), sent::add, message -> new VirusScan.Answer.Clean(), journal, CLOCK);
    }

    private HeldActions actions() {
        return new HeldActions(
                database.heldCopies(),
                quarantine,
                releases(),
                lists,
                new SenderChoice(domains, KnownHosts.shipped()),
                model,
                domains,
                database.effectiveSettings(),
                CLOCK);
    }

    private RequestDesk requests(HeldActions actions) {
        return new RequestDesk(
                database.releaseRequests(),
                database.heldMessages(),
                actions,
                domains,
                new RequestMails(
                        "mx1.gateway.example",
                        database.links(new LinkTokens(new byte[32], new SecureRandom())),
                        new LinkAddress(java.net.URI.create("http://127.0.0.1")),
                        CLOCK),
                sent::add,
                CLOCK);
    }

    private Digests digests() {
        DigestMails mails = new DigestMails(
                "mx1.gateway.example",
                database.links(new LinkTokens(new byte[32], new SecureRandom())),
                new LinkAddress(URI.create("https://quarantine.gateway.example")),
                Weights::shipped);
        return new Digests(
                database.digestLog(),
                domains,
                database.aliases(),
                database.effectiveSettings(),
                Wordings.shipped(),
                mails,
                sent::add,
                CLOCK);
    }

    private CheckUp checkUp(OwnListener listener) {
        return new CheckUp(
                new CheckUp.Memory(domains, database.mailboxLists(), journal, database.mxHistory()),
                new CheckUp.World(
                        zone,
                        zone,
                        new SocketSmtpProbe("mx1.gateway.example", Authorities.ofJava(), Duration.ofSeconds(10)),
                        domain -> Optional.empty(),
                        GatewayIdentity.of("mx1.gateway.example", List.of(), listener)),
                new Random(1),
                CLOCK);
    }

    /** The file that holds the content of a message. */
    public Path contentOf(String key) {
        String place = new FileContentStore(home.resolve("var/held")).place(key);
        return Path.of(place.substring("file ".length()));
    }

    public StatusSource status() {
        return new CountedStatus(
                new CountedStatus.Identity(
                        "mx1.gateway.example", "0.1.0", CLOCK.instant().minusSeconds(7260)),
                domains,
                journal,
                quarantine,
                CountedStatus.Surroundings.silent(),
                CLOCK);
    }

    public int port() {
        return server.getPort().getValue();
    }

    /** A domain without mailboxes, active. */
    public void protect(String name) {
        domains.save(new ProtectedDomain(
                name,
                DomainState.ACTIVE,
                List.of(new RouteHost("mail.example.com", 25, 0)),
                RecipientPolicy.LISTED,
                List.of("admin@" + name)));
    }

    /** Holds a message for one recipient, with its line in the journal. */
    public void hold(String key, String receipt, String recipient, String subject) {
        hold(key, receipt, recipient, subject, Category.PHISHING);
    }

    public void hold(String key, String receipt, String recipient, String subject, Category category) {
        quarantine.hold(
                new HeldMessage(
                                key,
                                receipt,
                                Optional.of("someone@sender.example"),
                                List.of(recipient),
                                subject,
                                4.2,
                                category,
                                "the score 4.2 is at least the 3.0 from which phishing is quarantined",
                                CLOCK.instant(),
                                4,
                                "{}",
                                Optional.empty())
                        .withFacts(new HeldFacts(
                                Optional.of("<" + key + "@sender.example>"),
                                List.of("someone@sender.example"),
                                List.of("LINK_MISMATCH"),
                                PROVEN)),
                new ByteArrayInputStream((subject + "\r\n").getBytes(StandardCharsets.UTF_8)));
        journal.record(List.of(new JournalLine(
                receipt,
                CLOCK.instant(),
                Optional.of("192.0.2.1"),
                Optional.of("someone@sender.example"),
                recipient,
                subject,
                4,
                List.of("LINK_MISMATCH"),
                4.2,
                Category.PHISHING,
                Disposition.QUARANTINE,
                "because",
                Outcome.HELD,
                "",
                Optional.empty(),
                Passage.UNKNOWN)));
    }

    /** Asks with the right token. */
    public HttpResponse<String> ask(String method, String path, String body) {
        return send(request(method, path, body).header("Authorization", "Bearer " + token));
    }

    public HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    public static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Begins anew: no domain, nothing held, nothing sent. */
    public void forgetAll() {
        zone.become(ZONE);
        domains.all().forEach(domain -> domains.remove(domain.name()));
        database.storedSettings().profiles().stream()
                .filter(name -> !name.equals(ProtectedDomain.DEFAULT_PROFILE))
                .forEach(database.storedSettings()::removeProfile);
        quarantine.keys().forEach(quarantine::remove);
        sent.clear();
        queue.clear();
    }

    public void breakDatabase() {
        database.close();
    }

    @Override
    public void close() {
        server.destroy();
        model.close();
        database.close();
    }
}
