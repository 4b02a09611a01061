package org.scora.report.digest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scora.domain.DomainState;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.RecipientPolicy;
import org.scora.domain.RouteHost;
import org.scora.domain.SettingScope;
import org.scora.domain.SettingScope.OfDomain;
import org.scora.domain.SettingScope.OfUser;
import org.scora.message.Authentication;
import org.scora.message.OutgoingMail;
import org.scora.message.ReceiptId;
import org.scora.people.LinkAddress;
import org.scora.people.LinkTokens;
import org.scora.people.Links;
import org.scora.quarantine.HeldFacts;
import org.scora.quarantine.HeldMessage;
import org.scora.report.ReadMail;
import org.scora.report.Wordings;
import org.scora.score.Category;
import org.scora.score.Weights;
import org.scora.storage.Database;
import org.scora.storage.DatabaseSettings;

/** A gateway's database with held messages, a clock that can be set, and a queue that can fail. */
final class HeldForUsers implements AutoCloseable {
    static final String GATEWAY = "mx1.gateway.example";
    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    static final URI CONSOLE = URI.create("https://quarantine.gateway.example");

    final Database database;
    final Links links;
    final List<OutgoingMail> sent = new ArrayList<>();
    private boolean queueWorks = true;
    private Instant now = NOON;

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    HeldForUsers(Path folder) {
        database =
                Database.open(new DatabaseSettings("jdbc:h2:file:" + folder.resolve("scora"), "scora", "", 4), clock);
        links = database.links(new LinkTokens(new byte[32], new SecureRandom()));
        protect("example.com", "boss@example.com");
        database.protectedDomains().addMailboxes("example.com", List.of("ann", "bob", "info"));
        database.aliases().set("example.com", "sales", List.of("ann"));
    }

    void protect(String name, String... administrators) {
        database.protectedDomains()
                .save(new ProtectedDomain(
                        name,
                        DomainState.ACTIVE,
                        List.of(RouteHost.parse("mail.example.com", 10)),
                        RecipientPolicy.LISTED,
                        List.of(administrators)));
    }

    Clock clock() {
        return clock;
    }

    void at(String time) {
        now = Instant.parse(time);
    }

    void later(Duration duration) {
        now = now.plus(duration);
    }

    void queueWorks(boolean works) {
        queueWorks = works;
    }

    void set(String name, String value) {
        set(new OfDomain("example.com"), name, value);
    }

    void setFor(String mailbox, String name, String value) {
        set(new OfUser("example.com", mailbox), name, value);
    }

    private void set(SettingScope scope, String name, String value) {
        database.storedSettings().set(scope, name, Optional.of(value));
    }

    Digests digests() {
        return digests(Wordings.shipped());
    }

    Digests digests(Wordings wordings) {
        return new Digests(
                database.digestLog(),
                database.protectedDomains(),
                database.aliases(),
                database.effectiveSettings(),
                wordings,
                new DigestMails(GATEWAY, links, new LinkAddress(CONSOLE), Weights::shipped),
                this::send,
                clock);
    }

    void send(OutgoingMail mail) {
        if (!queueWorks) {
            throw new UncheckedIOException(new IOException("the queue is full"));
        }
        sent.add(mail);
    }

    ReadMail lastMail() {
        return ReadMail.of(sent.get(sent.size() - 1));
    }

    /** Who got the mails that were sent, and forgets them. */
    List<String> recipients() {
        List<String> recipients =
                sent.stream().flatMap(mail -> mail.recipients().stream()).toList();
        sent.clear();
        return recipients;
    }

    HeldMessage hold(String key, double score, String from, String subject, String... recipients) {
        return hold(key, score, Category.SPAM, from, subject, recipients);
    }

    HeldMessage hold(String key, double score, Category category, String from, String subject, String... recipients) {
        HeldMessage message = message(key, score, category, from, subject, recipients);
        database.heldMessages().put(message);
        return message;
    }

    HeldMessage message(
            String key, double score, Category category, String from, String subject, String... recipients) {
        return new HeldMessage(
                        key,
                        ReceiptId.of(key).text(),
                        from.isEmpty() ? Optional.empty() : Optional.of(from),
                        List.of(recipients),
                        subject,
                        score,
                        category,
                        "the score 3.5 reaches 3.0 (normal), from which spam is quarantined",
                        now.minusSeconds(60),
                        4000,
                        "{}",
                        Optional.empty())
                .withFacts(new HeldFacts(
                        Optional.of("<" + key + "@sender.example>"),
                        from.isEmpty() ? List.of() : List.of(from),
                        List.of("DKIM_PASS", "REPLY_TO_ELSEWHERE"),
                        Authentication.none()));
    }

    @Override
    public void close() {
        database.close();
    }
}
