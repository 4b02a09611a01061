package org.scora.policy;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.scora.message.Addresses;
import org.scora.score.Category;

/**
 * What the allow and block lists say about a sender for a recipient. What the user blocks is blocked: that concerns nobody
 * else. Then count the domain's lists, and last what the user allows: what the administrators block for all, no user lets
 * in.
 */
public final class SenderPolicy {
    // An address says more than a domain, and a subdomain more than what it belongs to.
    private static final Comparator<ListEntry> NARROWEST_FIRST = Comparator.comparing(
                    (ListEntry entry) -> !entry.pattern().contains("@"))
            .thenComparing(entry -> -entry.pattern().length());

    private final RecipientLists lists;
    private final Clock clock;

    public SenderPolicy(RecipientLists lists, Clock clock) {
        this.lists = lists;
        this.clock = clock;
    }

    /** Whether an allow entry that holds now lets this sender through to the recipient. */
    public boolean senderIsAllowed(Sender sender, String recipient) {
        return standing(sender, recipient).allowed().isPresent();
    }

    /** The same for what a message is found to be. */
    boolean senderIsAllowed(Sender sender, String recipient, Category category) {
        return standing(sender, recipient)
                .allowed()
                .filter(entry -> lists.covers(entry, category))
                .isPresent();
    }

    /** Whether a block entry that holds now stands against this sender for the recipient. */
    public boolean senderIsBlocked(Sender sender, String recipient) {
        return standing(sender, recipient).blocked().isPresent();
    }

    boolean covers(ListEntry allow, Category category) {
        return lists.covers(allow, category);
    }

    Standing standing(Sender sender, String recipient) {
        return standing(sender, recipient, domain -> standingWithDomain(sender, domain));
    }

    /** @param withDomain how the sender stands with a domain's own lists */
    Standing standing(Sender sender, String recipient, Function<String, Standing> withDomain) {
        Standing ofDomain = Addresses.domainOf(recipient).map(withDomain).orElse(Standing.UNKNOWN);
        List<ListEntry> own = matching(lists.own(recipient), sender);
        return own.isEmpty() ? ofDomain : ofDomain.under(standingWithUser(sender, own));
    }

    Standing standingWithDomain(Sender sender, String recipientDomain) {
        List<ListEntry> matching = matching(lists.ofDomain(recipientDomain), sender);
        Predicate<ListEntry> counts = counts(sender);
        return new Standing(
                first(matching, ListEntry.Kind.ALLOW, counts),
                first(matching, ListEntry.Kind.BLOCK, entry -> true),
                first(matching, ListEntry.Kind.ALLOW, counts.negate()));
    }

    private static Standing standingWithUser(Sender sender, List<ListEntry> matching) {
        Predicate<ListEntry> counts = counts(sender);
        Optional<ListEntry> narrowest = matching.stream()
                .filter(entry -> entry.kind() == ListEntry.Kind.BLOCK || counts.test(entry))
                .min(NARROWEST_FIRST);
        return new Standing(
                narrowest.filter(entry -> entry.kind() == ListEntry.Kind.ALLOW),
                narrowest.filter(entry -> entry.kind() == ListEntry.Kind.BLOCK),
                first(matching, ListEntry.Kind.ALLOW, counts.negate()));
    }

    private static Predicate<ListEntry> counts(Sender sender) {
        return entry -> entry.evenUnauthenticated() || sender.provablyMatches(entry.pattern());
    }

    private List<ListEntry> matching(List<ListEntry> entries, Sender sender) {
        return entries.stream()
                .filter(this::holds)
                .filter(entry -> sender.matches(entry.pattern()))
                .toList();
    }

    private boolean holds(ListEntry entry) {
        return entry.expires().map(clock.instant()::isBefore).orElse(true);
    }

    private static Optional<ListEntry> first(
            List<ListEntry> entries, ListEntry.Kind kind, Predicate<ListEntry> condition) {
        return entries.stream()
                .filter(entry -> entry.kind() == kind)
                .filter(condition)
                .findFirst();
    }

    /**
     * How a sender stands with a recipient.
     *
     * @param allowed an allow entry that counts
     * @param blocked a block entry
     * @param unproven an allow entry that would count had the sender proven to be who it says
     * @param overruled a user's allow entry that would count had the domain not blocked the sender
     */
    record Standing(
            Optional<ListEntry> allowed,
            Optional<ListEntry> blocked,
            Optional<ListEntry> unproven,
            Optional<ListEntry> overruled) {
        static final Standing UNKNOWN = new Standing(Optional.empty(), Optional.empty(), Optional.empty());

        Standing(Optional<ListEntry> allowed, Optional<ListEntry> blocked, Optional<ListEntry> unproven) {
            this(allowed, blocked, unproven, Optional.empty());
        }

        /** How it stands with a domain of this standing and one of its users together. */
        Standing under(Standing user) {
            if (user.blocked().isPresent()) {
                return user;
            }
            Optional<ListEntry> foretold = unproven.or(user::unproven);
            return allowed.isPresent() || blocked.isPresent()
                    ? new Standing(allowed, blocked, foretold, allowed.isPresent() ? Optional.empty() : user.allowed())
                    : new Standing(user.allowed(), Optional.empty(), foretold);
        }
    }
}
