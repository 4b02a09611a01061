package org.scora.policy;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.scora.domain.Recipients;
import org.scora.domain.Refusal;
import org.scora.message.Envelope;
import org.scora.score.FewestFindings;
import org.scora.score.Verdict;
import org.scora.score.Weights;

/**
 * Says for each recipient what is done with a message: exemptions are asked first, then the lists of the recipient
 * and of its domain, then the profile. Safe for use by several threads.
 */
public final class Decider {
    private final Predicate<String> exempt;
    private final SenderPolicy senders;
    private final Function<String, Profile> profiles;
    private final Supplier<Weights> weights;

    /**
     * @param profiles the profile that holds for a recipient
     * @param weights those that count now, to say which findings mattered
     */
    public Decider(
            Recipients recipients,
            SenderLists lists,
            Function<String, Profile> profiles,
            Supplier<Weights> weights,
            Clock clock) {
        this(recipients::isExempt, new RecipientLists(lists, recipients), profiles, weights, clock);
    }

    /** @param exempt whether mail to a recipient is not filtered */
    public Decider(
            Predicate<String> exempt,
            RecipientLists lists,
            Function<String, Profile> profiles,
            Supplier<Weights> weights,
            Clock clock) {
        this.exempt = exempt;
        this.weights = weights;
        this.senders = new SenderPolicy(lists, clock);
        this.profiles = profiles;
    }

    /**
     * One decision a recipient, in their order.
     *
     * @param fromAddresses the addresses in the From header
     * @throws java.io.UncheckedIOException when lists or exemptions can not be read
     */
    public List<Decision> decide(
            Verdict verdict, Envelope envelope, List<String> fromAddresses, List<String> addressees) {
        Sender sender = Sender.of(envelope, fromAddresses, verdict.authentication());
        Map<String, SenderPolicy.Standing> standings = new HashMap<>();
        Map<Profile, String> mattered = new HashMap<>();
        return addressees.stream()
                .map(recipient -> exempt.test(recipient)
                        ? new Decision(recipient, Disposition.NORMAL, Reason.EXEMPT)
                        : decide(verdict, mattered, recipient, standing(sender, recipient, standings)))
                .toList();
    }

    /**
     * What is done for one recipient, as {@link #decide} has it, without working out why.
     *
     * @throws java.io.UncheckedIOException when lists or exemptions can not be read
     */
    public Disposition disposition(Verdict verdict, Envelope envelope, List<String> fromAddresses, String recipient) {
        if (exempt.test(recipient)) {
            return Disposition.NORMAL;
        }
        Sender sender = Sender.of(envelope, fromAddresses, verdict.authentication());
        return ruling(verdict, recipient, senders.standing(sender, recipient)).disposition();
    }

    private SenderPolicy.Standing standing(Sender sender, String recipient, Map<String, SenderPolicy.Standing> known) {
        return senders.standing(
                sender,
                recipient,
                domain -> known.computeIfAbsent(domain, name -> senders.standingWithDomain(sender, name)));
    }

    private Optional<FewestFindings> fewestFindings(Verdict verdict, Profile profile) {
        Disposition disposition = disposition(verdict, profile);
        return disposition == Disposition.NORMAL
                ? Optional.empty()
                : FewestFindings.thatMatter(
                        weights.get(),
                        verdict,
                        other -> disposition(other, profile).compareTo(disposition) < 0);
    }

    // What should have been refused and is here was taken for others: it is held, and never sent back.
    private static Disposition disposition(Verdict verdict, Profile profile) {
        Disposition byScore = profile.ruleFor(verdict.category()).dispositionAt(verdict.score());
        return profile.refusal(verdict).isPresent() ? atLeastHeld(byScore) : byScore;
    }

    private static Disposition atLeastHeld(Disposition disposition) {
        return disposition.compareTo(Disposition.QUARANTINE) < 0 ? Disposition.QUARANTINE : disposition;
    }

    private Decision decide(
            Verdict verdict, Map<Profile, String> mattered, String recipient, SenderPolicy.Standing standing) {
        Ruling ruling = ruling(verdict, recipient, standing);
        return new Decision(
                recipient,
                ruling.disposition(),
                ruling.reason()
                        .apply(profile -> mattered.computeIfAbsent(
                                profile, same -> Reason.whatMattered(fewestFindings(verdict, same)))));
    }

    /**
     * What is done, and how to say why.
     *
     * @param reason made of what tells which findings mattered under a profile; that takes much longer than the ruling
     */
    private record Ruling(Disposition disposition, Function<Function<Profile, String>, String> reason) {}

    private Ruling ruling(Verdict verdict, String recipient, SenderPolicy.Standing standing) {
        Optional<ListEntry> allowed = standing.allowed().filter(entry -> senders.covers(entry, verdict.category()));
        if (allowed.isPresent()) {
            return new Ruling(Disposition.NORMAL, mattered -> Reason.allowed(allowed.get()));
        }
        Profile profile = profiles.apply(recipient);
        CategoryRule rule = profile.ruleFor(verdict.category());
        Disposition byScore = rule.dispositionAt(verdict.score());
        boolean mild = byScore.compareTo(Disposition.QUARANTINE) < 0;
        Optional<Refusal> refusal = profile.refusal(verdict).filter(refused -> mild);
        boolean blocked = standing.blocked().isPresent() && mild && refusal.isEmpty();
        Disposition disposition = blocked || refusal.isPresent() ? Disposition.QUARANTINE : byScore;
        String addition = disposition == Disposition.NORMAL ? "" : Reason.whyNotAllowed(standing, verdict.category());
        Supplier<String> byRule = () -> blocked
                ? Reason.blocked(standing.blocked().get())
                : refusal.map(Reason::refused)
                        .orElseGet(() -> Reason.score(verdict.score(), verdict.category(), byScore, rule));
        return new Ruling(disposition, mattered -> byRule.get() + (blocked ? "" : mattered.apply(profile)) + addition);
    }
}
