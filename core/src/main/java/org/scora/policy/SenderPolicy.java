package org.scora.policy;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.scora.message.Addresses;

/** What the allow and block lists of a recipient's domain say about a sender. */
public final class SenderPolicy {
    private final SenderLists lists;
    private final Clock clock;

    public SenderPolicy(SenderLists lists, Clock clock) {
        this.lists = lists;
        this.clock = clock;
    }

    /** Whether an allow entry that holds now lets this sender through to the recipient. */
    public boolean senderIsAllowed(Sender sender, String recipient) {
        return standing(sender, recipient).allowed().isPresent();
    }

    /** Whether a block entry that holds now stands against this sender for the recipient. */
    public boolean senderIsBlocked(Sender sender, String recipient) {
        return standing(sender, recipient).blocked().isPresent();
    }

    Standing standing(Sender sender, String recipient) {
        return Addresses.domainOf(recipient)
                .map(domain -> standingWithDomain(sender, domain))
                .orElse(Standing.UNKNOWN);
    }

    Standing standingWithDomain(Sender sender, String recipientDomain) {
        List<ListEntry> matching = lists.of(recipientDomain).stream()
                .filter(this::holds)
                .filter(entry -> sender.matches(entry.pattern()))
                .toList();
        Predicate<ListEntry> counts = entry -> entry.evenUnauthenticated() || sender.provablyMatches(entry.pattern());
        return new Standing(
                first(matching, ListEntry.Kind.ALLOW, counts),
                first(matching, ListEntry.Kind.BLOCK, entry -> true),
                first(matching, ListEntry.Kind.ALLOW, counts.negate()));
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
     * How a sender stands with a recipient's domain.
     *
     * @param allowed an allow entry that counts
     * @param blocked a block entry
     * @param unproven an allow entry that would count had the sender proven to be who it says
     */
    record Standing(Optional<ListEntry> allowed, Optional<ListEntry> blocked, Optional<ListEntry> unproven) {
        static final Standing UNKNOWN = new Standing(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
