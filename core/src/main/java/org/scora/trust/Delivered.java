package org.scora.trust;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.scora.message.Addresses;
import org.scora.message.Authentication;
import org.scora.message.Authentication.Result;
import org.scora.message.Authentication.Signature;
import org.scora.policy.Network;
import org.scora.score.Verdict;

/**
 * A message that a domain's own server has taken, and what it tells about who has to do with whom. Only what is proven
 * counts: the address in From when its domain is aligned, domains that SPF or DKIM prove, and the client's network.
 *
 * @param clientAddress who sent it
 * @param sender the reverse-path; empty for the null sender
 * @param from the addresses in From
 * @param verdict what was thought of it
 * @param recipient whose server took it
 */
public record Delivered(
        Optional<InetAddress> clientAddress,
        Optional<String> sender,
        List<String> from,
        Verdict verdict,
        String recipient) {
    /** Above this score, in log10 odds, a message is not taken for wanted: it is as likely unwanted. */
    static final double WANTED_BELOW = 0;

    private static final int MOST_DOMAINS = 5;
    private static final int LONGEST_PEER = 320;

    public Delivered {
        from = List.copyOf(from);
    }

    /** @param isProtected whether a domain is protected by this gateway */
    public List<Contact> contacts(Predicate<String> isProtected, Instant at) {
        List<Contact> contacts = new ArrayList<>();
        ownDomain(isProtected).ifPresent(own -> add(contacts, new Contact(own, lower(recipient), at, 1, 0)));
        Optional<String> domain = Addresses.domainOf(recipient);
        if (domain.isPresent() && verdict.score() < WANTED_BELOW) {
            peers().forEach(peer -> add(contacts, new Contact(domain.get(), peer, at, 0, 1)));
        }
        return contacts;
    }

    /** The protected domain one of whose people provably wrote this. */
    private Optional<String> ownDomain(Predicate<String> isProtected) {
        Authentication proven = verdict.authentication();
        return sender.flatMap(Addresses::domainOf)
                .filter(isProtected)
                .filter(domain -> proven.proves(domain)
                        || proven.aligned()
                                && proven.fromDomain()
                                        .filter(domain::equalsIgnoreCase)
                                        .isPresent());
    }

    private Stream<String> peers() {
        Authentication proven = verdict.authentication();
        List<String> domains = provenDomains(proven);
        return Stream.of(
                        provenAddress(from, proven).stream(),
                        clientAddress.map(client -> Network.around(client).toString()).stream(),
                        domains.stream(),
                        proven.aligned()
                                ? Stream.<String>empty()
                                : domains.stream().map(Delivered::passedOnBy))
                .flatMap(peer -> peer);
    }

    /** What a domain is noted by when it brings mail that others wrote. */
    static String passedOnBy(String domain) {
        return "via " + domain;
    }

    /** The one address in From, when its domain is proven. */
    static Optional<String> provenAddress(List<String> from, Authentication authentication) {
        return from.size() == 1 && authentication.aligned() ? Optional.of(lower(from.get(0))) : Optional.empty();
    }

    /** Domains that sent or passed on the message, by SPF and DKIM; a bounded number. */
    static List<String> provenDomains(Authentication authentication) {
        Stream<String> bySpf =
                authentication.spf() == Result.PASS ? authentication.spfDomain().stream() : Stream.empty();
        return Stream.concat(
                        bySpf,
                        authentication.dkim().stream()
                                .filter(signature -> signature.result() == Result.PASS)
                                .map(Signature::domain))
                .map(Delivered::lower)
                .distinct()
                .limit(MOST_DOMAINS)
                .toList();
    }

    private static void add(List<Contact> contacts, Contact contact) {
        if (contact.peer().length() <= LONGEST_PEER) {
            contacts.add(contact);
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
