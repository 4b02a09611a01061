package org.scora.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scora.check.SecondLook;
import org.scora.dns.PublicSuffixes;
import org.scora.message.Addresses;
import org.scora.message.Authentication;
import org.scora.message.IncomingMessage;
import org.scora.message.Mailbox;
import org.scora.score.Finding;

/** Do people here know who the message is from, or the forwarder it came by? Only what is proven is looked up. */
public final class KnownSender implements SecondLook {
    static final String CORRESPONDENT = "KNOWN_CORRESPONDENT";
    static final String FORWARDER = "KNOWN_FORWARDER";

    /** What wanted mail alone says, measured by what it says that somebody here wrote to them. */
    private static final double ONLY_RECEIVED = 0.5;

    private static final int MOST_DOMAINS = 10;

    private static final Pattern LIST_ID = Pattern.compile("<([^<>\\s]{1,253})>\\s*$");

    private final KnownCorrespondents known;
    private final PublicSuffixes suffixes;

    public KnownSender(KnownCorrespondents known, PublicSuffixes suffixes) {
        this.known = known;
        this.suffixes = suffixes;
    }

    @Override
    public String name() {
        return "known-sender";
    }

    @Override
    public List<String> findings() {
        return List.of(CORRESPONDENT, FORWARDER);
    }

    @Override
    public List<Finding> examine(IncomingMessage message, Authentication authentication) {
        List<String> here = message.envelope().recipients().stream()
                .flatMap(recipient -> Addresses.domainOf(recipient).stream())
                .distinct()
                .limit(MOST_DOMAINS)
                .toList();
        List<Finding> findings = new ArrayList<>();
        correspondent(message, authentication, here).ifPresent(findings::add);
        forwarder(message, authentication, here).ifPresent(findings::add);
        return findings;
    }

    private Optional<Finding> correspondent(
            IncomingMessage message, Authentication authentication, List<String> domains) {
        List<String> from = message.from().stream().map(Mailbox::address).toList();
        return Delivered.provenAddress(from, authentication)
                .flatMap(address -> first(
                        domains,
                        domain -> known.find(domain, address)
                                .map(acquaintance -> new Finding(
                                        CORRESPONDENT,
                                        evidence(domain, address, acquaintance),
                                        acquaintance.writtenTo() > 0 ? 1 : ONLY_RECEIVED))));
    }

    private static String evidence(String domain, String address, Acquaintance acquaintance) {
        return acquaintance.writtenTo() > 0
                ? "people at " + domain + " have written to " + address
                : domain + " got " + acquaintance.wanted() + " wanted messages of " + address;
    }

    /**
     * A mailing list that has brought wanted mail of others before. That it names itself (RFC 2919) sets it apart from
     * those who send for anybody: who writes in another's name by way of them shall not pass for known.
     */
    private Optional<Finding> forwarder(IncomingMessage message, Authentication authentication, List<String> domains) {
        List<String> lists = authentication.aligned()
                ? List.of()
                : Delivered.provenDomains(authentication).stream()
                        .filter(domain -> isListOf(domain, message))
                        .toList();
        return first(
                lists,
                other -> first(
                        domains,
                        domain -> known.find(domain, Delivered.passedOnBy(other))
                                .map(acquaintance -> new Finding(
                                        FORWARDER,
                                        domain + " got " + acquaintance.wanted() + " wanted messages by way of "
                                                + other))));
    }

    private boolean isListOf(String domain, IncomingMessage message) {
        return message.header("List-Id")
                .map(id -> LIST_ID.matcher(id))
                .filter(Matcher::find)
                .filter(id -> suffixes.sameOrganization(id.group(1), domain))
                .isPresent();
    }

    private static Optional<Finding> first(List<String> names, Function<String, Optional<Finding>> question) {
        return names.stream().map(question).flatMap(Optional::stream).findFirst();
    }
}
