package org.scora.report.digest;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.scora.domain.Aliases;
import org.scora.domain.DomainState;
import org.scora.domain.EffectiveSettings;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.ProtectedDomains;
import org.scora.message.Outbox;
import org.scora.policy.DigestPlan;
import org.scora.policy.DigestSettings;
import org.scora.quarantine.DigestLog;
import org.scora.quarantine.DigestLog.Contents;
import org.scora.quarantine.DigestLog.Digest;
import org.scora.report.Wordings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the owners of mailboxes what is newly held for them, when that is due. Times that passed while nothing ran are
 * made up for by one mail. Safe for use by several threads and on several nodes.
 */
public final class Digests {
    static final int PAGE = 500;

    private static final Logger LOGGER = LoggerFactory.getLogger(Digests.class);
    // Longer than writing and queueing a mail ever takes.
    private static final Duration CRASHED_AFTER = Duration.ofMinutes(2);

    private final DigestLog log;
    private final ProtectedDomains domains;
    private final EffectiveSettings settings;
    private final DigestReader.Finder readers;
    private final DigestMails mails;
    private final Outbox outbox;
    private final Clock clock;

    public Digests(
            DigestLog log,
            ProtectedDomains domains,
            Aliases aliases,
            EffectiveSettings settings,
            Wordings wordings,
            DigestMails mails,
            Outbox outbox,
            Clock clock) {
        this.log = log;
        this.domains = domains;
        this.settings = settings;
        this.readers = new DigestReader.Finder(domains, aliases, settings, wordings);
        this.mails = mails;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * A digest that was sent, or would be.
     *
     * @param owner the address of the mailbox
     * @param recipients to whom it goes
     * @param messages how many it tells of
     */
    public record Sent(String owner, List<String> recipients, int messages) {}

    /** Sends what is due; returns how many mails went. */
    public int run() {
        int sent = resume();
        Map<String, Instant> seenTo = log.seenTo();
        for (ProtectedDomain domain : domains.all()) {
            if (domain.state() == DomainState.ACTIVE) {
                sent += run(domain, seenTo);
            }
        }
        if (sent > 0) {
            LOGGER.info("{} digests were sent", sent);
        }
        return sent;
    }

    private int run(ProtectedDomain domain, Map<String, Instant> seenTo) {
        Set<String> own = ownersWithPlans(domain);
        DigestPlan plan = settings.value(domain.name(), DigestSettings.DIGEST);
        int sent = 0;
        if (isDue(domain.name(), plan, domain, seenTo)) {
            Instant now = clock.instant();
            sent += toAll(domain, owner -> !own.contains(owner), false).size();
            log.seeTo(domain.name(), now);
        }
        for (String owner : own) {
            if (isDue(owner, readers.of(domain, owner).plan(), domain, seenTo)) {
                Instant now = clock.instant();
                sent += send(owner).isPresent() ? 1 : 0;
                log.seeTo(owner, now);
            }
        }
        return sent;
    }

    private Set<String> ownersWithPlans(ProtectedDomain domain) {
        Set<String> owners = new TreeSet<>();
        if (settings.usersMaySet(domain.name(), DigestSettings.DIGEST)) {
            settings.usersWith(domain.name(), DigestSettings.DIGEST)
                    .forEach(mailbox -> owners.add(mailbox + "@" + domain.name()));
        }
        return owners;
    }

    // A plan counts from when it is first seen: nobody gets a mail for a time before it was made.
    private boolean isDue(String scope, DigestPlan plan, ProtectedDomain domain, Map<String, Instant> seenTo) {
        Instant now = clock.instant();
        Optional<Instant> due = plan.lastDue(now, settings.value(domain.name(), DigestSettings.TIME_ZONE));
        Optional<Instant> last = Optional.ofNullable(seenTo.get(scope));
        if (due.isPresent() && last.isEmpty()) {
            log.seeTo(scope, now);
        }
        return due.isPresent() && last.filter(due.get()::isAfter).isPresent();
    }

    /** Whose digests are sent. */
    private interface Choice {
        boolean takes(String owner);
    }

    private List<Sent> toAll(ProtectedDomain domain, Choice choice, boolean dryRun) {
        List<Sent> sent = new ArrayList<>();
        List<String> page = log.ownersWithNews(domain.name(), "", PAGE);
        while (!page.isEmpty()) {
            page.stream()
                    .filter(choice::takes)
                    .forEach(owner -> (dryRun ? wouldSend(owner) : send(owner)).ifPresent(sent::add));
            page = log.ownersWithNews(domain.name(), page.get(page.size() - 1), PAGE);
        }
        return sent;
    }

    /** Sends now what is new, at whatever time it is due, to all of a domain who get digests at all. */
    public List<Sent> sendAll(ProtectedDomain domain, boolean dryRun) {
        return toAll(domain, owner -> !readers.of(domain, owner).plan().times().isEmpty(), dryRun);
    }

    /** What would be sent now; empty when nothing is new. */
    public Optional<Sent> wouldSend(String owner) {
        Digest news = news(owner);
        return readers.of(owner).flatMap(reader -> {
            Contents contents = log.contents(news, 1);
            return contents.total() == 0 || reader.addresses().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Sent(owner, reader.addresses(), contents.total()));
        });
    }

    /** The text of the mail that would be sent now; empty when nothing is new. */
    public Optional<String> preview(String owner) {
        Digest news = news(owner);
        return readers.of(owner)
                .map(reader -> mails.preview(news, log.contents(news, reader.lines()), reader))
                .filter(text -> wouldSend(owner).isPresent());
    }

    private Digest news(String owner) {
        return new Digest(owner, 0, clock.instant());
    }

    /** Sends a mailbox's digest now, if there is anything new; empty when there is not, or nobody to send it to. */
    public Optional<Sent> send(String owner) {
        Optional<DigestReader> reader = readers.of(owner);
        if (reader.filter(one -> one.addresses().isEmpty()).isPresent()) {
            LOGGER.warn("nobody gets the digest of {}: it is shared, and its domain has no administrators", owner);
        }
        return reader.filter(one -> !one.addresses().isEmpty())
                .flatMap(one -> deliver(log.begin(owner, clock.instant()), one));
    }

    private int resume() {
        int sent = 0;
        Instant before = clock.instant().minus(CRASHED_AFTER);
        List<Digest> page = log.unsent(before, "", PAGE);
        while (!page.isEmpty()) {
            for (Digest digest : page) {
                sent += resume(digest) ? 1 : 0;
            }
            page = log.unsent(before, page.get(page.size() - 1).owner(), PAGE);
        }
        return sent;
    }

    private boolean resume(Digest digest) {
        Optional<DigestReader> reader = readers.of(digest.owner());
        if (reader.isEmpty()) {
            // Its domain was removed.
            log.sent(digest);
        }
        return reader.flatMap(one -> deliver(digest, one)).isPresent();
    }

    private Optional<Sent> deliver(Digest digest, DigestReader reader) {
        Contents contents = log.contents(digest, reader.lines());
        boolean any = contents.total() > 0 && !reader.addresses().isEmpty();
        try {
            if (any) {
                outbox.send(mails.write(digest, contents, reader));
            }
            log.sent(digest);
            return any ? Optional.of(new Sent(digest.owner(), reader.addresses(), contents.total())) : Optional.empty();
        } catch (UncheckedIOException e) {
            LOGGER.warn("the digest of {} can not be sent now; it is tried again", digest.owner(), e);
            return Optional.empty();
        } catch (IllegalArgumentException | IllegalStateException e) {
            LOGGER.error("the digest of {} can not be written", digest.owner(), e);
            return Optional.empty();
        }
    }
}
