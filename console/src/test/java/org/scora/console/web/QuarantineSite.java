package org.scora.console.web;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.scora.MovableClock;
import org.scora.console.GatewayStatus;
import org.scora.console.web.QuarantineSections.Held;
import org.scora.console.web.QuarantineSections.Mailing;
import org.scora.console.web.QuarantineSections.People;
import org.scora.console.web.QuarantineSections.Policies;
import org.scora.console.web.visit.Times;
import org.scora.domain.SettingScope.OfDomain;
import org.scora.domain.SettingScope.OfUser;
import org.scora.message.Authentication;
import org.scora.message.Authentication.Result;
import org.scora.message.Json;
import org.scora.message.MailAttributes;
import org.scora.message.OutgoingMail;
import org.scora.people.Link;
import org.scora.people.LinkAddress;
import org.scora.people.LinkTokens;
import org.scora.people.Links;
import org.scora.policy.ChainProfile;
import org.scora.policy.Decision;
import org.scora.policy.Disposition;
import org.scora.policy.MailNotes;
import org.scora.quarantine.HeldFacts;
import org.scora.quarantine.HeldMessage;
import org.scora.quarantine.HeldState;
import org.scora.quarantine.Quarantine;
import org.scora.quarantine.TestQuarantine;
import org.scora.report.SignInMails;
import org.scora.report.digest.DigestsOff;
import org.scora.score.Category;
import org.scora.score.Finding;
import org.scora.score.Verdict;
import org.scora.score.Weights;
import org.scora.storage.Database;
import org.scora.storage.TestDatabase;

/** The real console on loopback, with a real database in memory and a quarantine in files. Mail that goes out is a list. */
public final class QuarantineSite implements AutoCloseable {
    public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    public static final String BOB = "bob@example.com";
    private static final String GATEWAY = "mx1.gateway.example";
    private static final Authentication PROVEN = new Authentication(
            Result.PASS, Optional.of("sender.example"), List.of(), Result.PASS, Optional.of("sender.example"), true);

    public final MovableClock clock = new MovableClock(NOON);
    public final Database database;
    public final Quarantine quarantine;
    public final Links links;
    public final List<OutgoingMail> sent = new CopyOnWriteArrayList<>();
    public final WebConsole console;
    private final Map<String, String> notes = new HashMap<>();
    private final TestQuarantine kept;

    public QuarantineSite(Path folder) {
        this(folder, "http://127.0.0.1", Set.of());
    }

    public QuarantineSite(Path folder, String url, Set<String> proxies) {
        this.database = TestDatabase.open(clock);
        this.kept = new TestQuarantine(database, folder, sent::add, clock);
        this.quarantine = kept.quarantine;
        this.links = database.links(new LinkTokens(new byte[32], new SecureRandom()));
        Site site = new Site("127.0.0.1", 0, List.of("console.example.com"), URI.create(url), proxies, ZoneOffset.UTC);
        this.console = new WebConsole(site, this::status, sections(URI.create(url))).start();
        protect("example.com", "bob", "ann");
    }

    private GatewayStatus status() {
        return new GatewayStatus(GATEWAY, "0.1.0", NOON, NOON, Optional.empty(), Optional.empty(), List.of());
    }

    private Sections sections(URI url) {
        SecureRandom random = new SecureRandom();
        return QuarantineSections.of(
                new People(
                        links,
                        new LinkAddress(url),
                        database.sessions(random),
                        database.marks(),
                        database.codes(random),
                        database.auditLog()),
                new Held(
                        quarantine,
                        database.heldCopies(),
                        message -> new MailNotes(name -> Optional.ofNullable(notes.get(message.key() + " " + name))),
                        kept.actions,
                        kept.requests(clock),
                        database.senderLists(),
                        database.listChanges(),
                        kept.senders,
                        Weights::shipped),
                new Policies(
                        database.protectedDomains(),
                        database.recipients(),
                        database.effectiveSettings(),
                        database.storedSettings(),
                        new ChainProfile()),
                new Mailing(
                        sent::add,
                        new SignInMails(GATEWAY, clock),
                        new DigestsOff(database.storedSettings()),
                        Runnable::run),
                new Times(ZoneOffset.UTC),
                clock);
    }

    public void protect(String domain, String... mailboxes) {
        TestDatabase.protect(database, domain, mailboxes);
    }

    /** Sets something for example.com. */
    public void set(String name, String value) {
        TestDatabase.set(database, new OfDomain("example.com"), name, value);
    }

    /** Holds spam for Bob, of which the subject says all. */
    public HeldMessage hold(String key, String subject) {
        return hold(key, BOB, subject, Category.SPAM);
    }

    public HeldMessage hold(String key, String recipient, String subject, Category category) {
        String source = "From: Some One <someone@sender.example>\r\nTo: " + recipient + "\r\nSubject: " + subject
                + "\r\nMessage-ID: <" + key + "@sender.example>\r\n\r\nHello " + recipient
                + ",\r\n\r\nthe offer ends today.\r\n";
        HeldMessage message = new HeldMessage(
                        key,
                        "4QX7-M2DA-9KTW",
                        Optional.of("someone@sender.example"),
                        List.of(recipient),
                        subject,
                        4.2,
                        category,
                        "the score 4.2 reaches 3.0 (normal), from which spam is quarantined",
                        clock.instant(),
                        source.length(),
                        "{}",
                        Optional.empty())
                .withFacts(new HeldFacts(
                        Optional.of("<" + key + "@sender.example>"),
                        List.of("someone@sender.example"),
                        List.of("LINK_MISMATCH"),
                        PROVEN));
        hold(message, source.getBytes(StandardCharsets.UTF_8));
        note(message, "LINK_MISMATCH", "shows bank.example, leads to bad.example");
        return message;
    }

    public void hold(HeldMessage message, byte[] source) {
        quarantine.hold(message, new ByteArrayInputStream(source));
    }

    /** Notes a verdict with one finding on a message. */
    public void note(HeldMessage message, String finding, String evidence) {
        Verdict verdict = Weights.shipped().verdict(List.of(new Finding(finding, evidence)), List.of(), PROVEN);
        note(message, verdict, message.reason());
    }

    public void note(HeldMessage message, Verdict verdict, String reason) {
        notes.put(message.key() + " " + MailAttributes.VERDICT, Json.write(verdict));
        notes.put(
                message.key() + " " + MailAttributes.DECISIONS,
                Json.write(message.recipients().stream()
                        .map(recipient -> new Decision(recipient, Disposition.QUARANTINE, reason))
                        .toList()));
    }

    /** The path of a link to Bob that is good for a week. */
    public String link(Link.Kind kind, String about) {
        return "/l/" + links.issue(new Link(kind, BOB, about, clock.instant().plus(Duration.ofDays(7))));
    }

    /** A browser in which Bob is logged in. */
    public Browser bob() {
        Browser browser = browser();
        browser.open(link(Link.Kind.LOGIN, "")).press("Log in");
        return browser;
    }

    /** One at which a person sits. */
    public Browser browser() {
        return new Browser(console.port(), () -> clock.forward(Duration.ofSeconds(3)));
    }

    /** One at which nobody sits: it presses as soon as it sees. */
    public Browser machine() {
        return new Browser(console.port(), () -> {});
    }

    /** What Bob has set about digests. */
    public Optional<String> digest() {
        return Optional.ofNullable(
                database.storedSettings().in(new OfUser("example.com", "bob")).get("digest"));
    }

    public HeldState state(String key) {
        return quarantine.find(key).orElseThrow().copies().get(0).state();
    }

    /** The text of the newest mail that went out. */
    public String newestMail() {
        return new String(sent.get(sent.size() - 1).source(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        console.close();
        kept.close();
    }
}
