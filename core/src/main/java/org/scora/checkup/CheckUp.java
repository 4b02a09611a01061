package org.scora.checkup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.scora.dns.Dns;
import org.scora.dns.NameServers;
import org.scora.domain.MailboxLists;
import org.scora.domain.ProtectedDomains;
import org.scora.journal.Journal;

/**
 * Looks at a domain from all sides and says how far it has come in, what is wrong, and what to do next. Each question is
 * asked at the same time as the others and within a time limit, so one that is not answered hides no other. Thread-safe.
 */
public final class CheckUp {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final ProtectedDomains domains;
    private final World world;
    private final WaitingPart waiting;
    private final List<Part> parts;
    private final Clock clock;
    private final Duration patience;

    /** What is outside of this gateway, and how it is asked. */
    public record World(
            Dns dns, NameServers nameServers, SmtpProbe probe, StsPolicies policies, GatewayIdentity gateway) {}

    /** What this gateway remembers. */
    public record Memory(ProtectedDomains domains, MailboxLists mailboxes, Journal journal, MxHistory history) {}

    /** @param random makes up a mailbox that nobody has */
    public CheckUp(Memory memory, World world, RandomGenerator random, Clock clock) {
        this(memory, world, random, clock, PATIENCE);
    }

    CheckUp(Memory memory, World world, RandomGenerator random, Clock clock, Duration patience) {
        this.domains = memory.domains();
        this.world = world;
        this.clock = clock;
        this.patience = patience;
        this.waiting = new WaitingPart(memory.journal(), clock);
        this.parts = List.of(
                new DomainPart(memory.mailboxes()),
                new MxPart(world.dns(), world.nameServers(), world.gateway(), new TtlAdvice(memory.history(), clock)),
                new ServersPart(world.dns(), world.gateway(), world.probe(), memory.mailboxes(), random, clock),
                new BypassPart(world.dns(), world.probe(), memory.mailboxes()),
                new SenderPart(world.dns(), world.gateway()),
                new GatewayPart(world.dns(), world.gateway()),
                new TransportPart(world.dns(), world.gateway(), world.policies()));
    }

    /** Looks. Throws UncheckedIOException when the store can not be reached. */
    public CheckUpResult examine(CheckUpRequest request) {
        Situation situation = new Situation(request, domains.find(request.domain()));
        List<CheckUpFinding> findings = new ArrayList<>(AtOnce.map(parts, part -> inTime(part, situation)).stream()
                .flatMap(List::stream)
                .toList());
        List<PutOffSender> putOff = situation.known().isPresent() ? waiting.putOff(request.domain()) : List.of();
        if (situation.known().isPresent()) {
            findings.addAll(waiting.findings(putOff));
        }
        return new CheckUpResult(
                request.domain(),
                clock.instant(),
                Stages.of(findings),
                findings,
                findings.stream().flatMap(finding -> finding.until().stream()).max(Instant::compareTo),
                putOff,
                texts(request.domain()));
    }

    private List<CustomerText> texts(String domain) {
        return new CustomerTexts(
                        domain, world.gateway().hostname(), world.gateway().networks(world.dns()))
                .all(world.dns().mx(domain).records());
    }

    private List<CheckUpFinding> inTime(Part part, Situation situation) {
        CheckUpFinding late = Code.TOO_SLOW.says(
                part.question(),
                "This could not be told within " + Times.span(patience) + ".",
                "Try again in a while; see that the DNS answers this machine.");
        CompletableFuture<List<CheckUpFinding>> findings =
                CompletableFuture.supplyAsync(() -> part.look(situation), task -> {
                    Thread thread = new Thread(task, "check-up of " + situation.domain());
                    thread.setDaemon(true);
                    thread.start();
                });
        try {
            return findings.completeOnTimeout(List.of(late), patience.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }
}
