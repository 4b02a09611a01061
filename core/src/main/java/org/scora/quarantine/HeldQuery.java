package org.scora.quarantine;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.scora.score.Category;

/**
 * Which held messages are looked for: those for which everything holds that is not empty. The newest come first.
 *
 * @param owner the address of a mailbox; mail to its aliases is found too
 * @param domain of a recipient
 * @param states in one of which the message is for a recipient; empty for any
 * @param receipt as {@link org.scora.message.ReceiptId} writes it
 * @param sender an address, or a domain without its subdomains, of the envelope or in From
 * @param subject words that all stand in the subject, in any order and case; whole words only
 * @param finding its name
 * @param messageId of the Message-ID field, with or without the angle brackets
 * @param leastScore log10 odds, this or more
 * @param mostScore log10 odds, this or less
 * @param from held at this time or later
 * @param until held before this time
 * @param after the last message of the page before
 * @param limit at most so many
 */
public record HeldQuery(
        Optional<String> owner,
        Optional<String> domain,
        Set<HeldState> states,
        Optional<String> receipt,
        Optional<String> sender,
        Optional<String> subject,
        Optional<String> finding,
        Optional<String> messageId,
        Optional<Category> category,
        Optional<Double> leastScore,
        Optional<Double> mostScore,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<Place> after,
        int limit) {

    /** The place of a message in the order of all. */
    public record Place(Instant heldAt, String key) {
        public static Place of(HeldMessage message) {
            return new Place(message.heldAt(), message.key());
        }
    }

    public HeldQuery {
        states = Set.copyOf(states);
    }

    /** Collects what is asked for. */
    public static Builder builder() {
        return new Builder();
    }

    /** Not for use by several threads. */
    public static final class Builder {
        private static final int PAGE = 50;

        private Optional<String> owner = Optional.empty();
        private Optional<String> domain = Optional.empty();
        private Set<HeldState> states = Set.of();
        private Optional<String> receipt = Optional.empty();
        private Optional<String> sender = Optional.empty();
        private Optional<String> subject = Optional.empty();
        private Optional<String> finding = Optional.empty();
        private Optional<String> messageId = Optional.empty();
        private Optional<Category> category = Optional.empty();
        private Optional<Double> leastScore = Optional.empty();
        private Optional<Double> mostScore = Optional.empty();
        private Optional<Instant> from = Optional.empty();
        private Optional<Instant> until = Optional.empty();
        private Optional<Place> after = Optional.empty();
        private int limit = PAGE;

        private Builder() {}

        public Builder owner(Optional<String> address) {
            owner = address;
            return this;
        }

        public Builder domain(Optional<String> name) {
            domain = name;
            return this;
        }

        public Builder states(HeldState... any) {
            states = Set.of(any);
            return this;
        }

        public Builder receipt(Optional<String> text) {
            receipt = text;
            return this;
        }

        public Builder sender(Optional<String> addressOrDomain) {
            sender = addressOrDomain;
            return this;
        }

        public Builder subject(Optional<String> words) {
            subject = words;
            return this;
        }

        public Builder finding(Optional<String> name) {
            finding = name;
            return this;
        }

        public Builder messageId(Optional<String> text) {
            messageId = text;
            return this;
        }

        public Builder category(Optional<Category> one) {
            category = one;
            return this;
        }

        public Builder score(Optional<Double> least, Optional<Double> most) {
            leastScore = least;
            mostScore = most;
            return this;
        }

        public Builder time(Optional<Instant> first, Optional<Instant> end) {
            from = first;
            until = end;
            return this;
        }

        public Builder after(Optional<Place> place) {
            after = place;
            return this;
        }

        public Builder limit(int most) {
            limit = most;
            return this;
        }

        public HeldQuery build() {
            return new HeldQuery(
                    owner,
                    domain,
                    states,
                    receipt,
                    sender,
                    subject,
                    finding,
                    messageId,
                    category,
                    leastScore,
                    mostScore,
                    from,
                    until,
                    after,
                    limit);
        }
    }
}
