package org.scora.prefilter;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.scora.domain.DomainState;
import org.scora.domain.EffectiveSettings;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.ProtectedDomains;
import org.scora.domain.Refusal;
import org.scora.message.Addresses;
import org.scora.policy.Network;

/**
 * Says what is refused before a message is taken, from the cheapest question to the dearest. What the DNS does not answer
 * refuses nobody. Thread-safe.
 */
public final class PreFilters {
    /** Where people complain who are refused by a list (RFC 5321 section 4.5.1, RFC 2142 section 4). */
    private static final Set<String> COMPLAINTS = Set.of("postmaster", "abuse");

    private final ProtectedDomains domains;
    private final EffectiveSettings settings;
    private final Trusted trusted;
    private final Rates rates;
    private final Harvesters harvesters;
    private final HeloNames heloNames;
    private final ListedClients listed;
    private final SenderDomains senders;
    private final SizeLimits sizes;
    private final Greetings greetings;

    PreFilters(ProtectedDomains domains, EffectiveSettings settings, PreFilterParts parts, Greetings greetings) {
        this.domains = domains;
        this.settings = settings;
        this.trusted = parts.trusted();
        this.rates = parts.rates();
        this.harvesters = parts.harvesters();
        this.heloNames = parts.heloNames();
        this.listed = parts.listed();
        this.senders = parts.senders();
        this.sizes = new SizeLimits(settings);
        this.greetings = greetings;
    }

    /** The refusal of a client that says its first word; to be asked once for each connection, which it counts. */
    public Optional<Refusal> ofClient(Attempt attempt) {
        return stranger(attempt)
                .map(Network::around)
                .flatMap(network -> harvesters.has(network) ? Optional.of(Words.harvest()) : rates.connection(network));
    }

    /** The refusal of a message that begins, which it counts. */
    public Optional<Refusal> ofSender(Attempt attempt) {
        return stranger(attempt).map(Network::around).flatMap(network -> rates.message(network, attempt.sender()));
    }

    /**
     * The refusal of a recipient; empty for one that is not at an active domain, whom others refuse.
     *
     * @param taken the message's recipients so far
     */
    public Optional<Refusal> ofRecipient(Attempt attempt, String recipient, List<String> taken) {
        Optional<InetAddress> stranger = stranger(attempt);
        if (stranger.map(Network::around).filter(harvesters::has).isPresent()) {
            return Optional.of(Words.harvest());
        }
        return Addresses.domainOf(recipient)
                .flatMap(domains::find)
                .filter(domain -> domain.state() == DomainState.ACTIVE)
                .flatMap(domain -> {
                    DoorRules rules = DoorRules.of(settings, domain.name());
                    return stranger.flatMap(client -> ofStranger(client, attempt, domain, rules, recipient))
                            .or(() -> sizes.atRecipient(rules.maxMebibytes(), attempt.size(), taken));
                });
    }

    private Optional<Refusal> ofStranger(
            InetAddress client, Attempt attempt, ProtectedDomain domain, DoorRules rules, String recipient) {
        String helo = attempt.helo().orElse("");
        boolean forged = rules.heloAsGateway() && heloNames.forgesGateway(helo, client)
                || rules.heloAsDomain() && heloNames.forgesDomain(helo, domain, client);
        if (forged) {
            return Optional.of(Words.forgedHelo());
        }
        String localPart = Addresses.localPartOf(recipient).toLowerCase(Locale.ROOT);
        Optional<Refusal> byList = COMPLAINTS.contains(localPart) ? Optional.empty() : listed.refusal(client, rules);
        return byList.or(() -> rules.senderDomain() ? senders.refusal(attempt.sender()) : Optional.empty());
    }

    /** The refusal of a message that came to its end, with this size. */
    public Optional<Refusal> ofMessage(long octets, List<String> recipients) {
        return sizes.atEnd(octets, recipients);
    }

    /** Notes that a recipient was taken. */
    public void knew(Attempt attempt) {
        stranger(attempt).map(Network::around).ifPresent(network -> {
            harvesters.knew(network);
            greetings.knew(network);
        });
    }

    /** Notes that there was no such mailbox. */
    void guessed(Attempt attempt) {
        stranger(attempt).map(Network::around).ifPresent(harvesters::guessed);
    }

    private Optional<InetAddress> stranger(Attempt attempt) {
        return trusted.has(attempt.client()) ? Optional.empty() : attempt.client();
    }
}
