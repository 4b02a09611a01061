package org.scora.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scora.domain.Refusal;
import org.scora.score.Category;
import org.scora.score.FewestFindings;

/** The sentences that say why a message was treated as it was, and what they tell a program. */
public final class Reason {
    private static final Pattern BLOCKED =
            Pattern.compile("the sender is blocked by the entry '(.*?)'.*", Pattern.DOTALL);

    private static final Pattern ALLOWED =
            Pattern.compile("the sender is allowed by the entry '(.*?)'.*", Pattern.DOTALL);

    private static final String OWN_LIST = "'s own list";

    static final String EXEMPT = "mail to this recipient is not filtered";

    private Reason() {}

    static String allowed(ListEntry entry) {
        return "the sender is allowed by the entry '" + entry.pattern() + "'" + ofWhom(entry);
    }

    static String blocked(ListEntry entry) {
        return "the sender is blocked by the entry '" + entry.pattern() + "'" + ofWhom(entry);
    }

    private static String ofWhom(ListEntry entry) {
        return entry.mailbox().isPresent() ? " of " + entry.listOf() + OWN_LIST : "";
    }

    /**
     * One sentence for all for whom the same is done: what stands in a user's own list is told to nobody else.
     *
     * @return empty for nobody
     */
    public static Optional<String> forAll(List<Decision> decisions) {
        Optional<Decision> first = decisions.stream().findFirst();
        if (decisions.size() == 1) {
            return first.map(Decision::reason);
        }
        return decisions.stream()
                .map(Decision::reason)
                .filter(reason -> !reason.contains(OWN_LIST))
                .findFirst()
                .or(() -> first.map(any -> "a list of the recipient's own says so"));
    }

    /** The entry of the blocklist that a sentence names as the reason; empty when it tells of another one. */
    public static Optional<String> blockingEntry(String sentence) {
        Matcher blocked = BLOCKED.matcher(sentence);
        return blocked.matches() ? Optional.of(blocked.group(1)) : Optional.empty();
    }

    /** The entry of the domain's allowlist that a sentence names as the reason; empty when it tells of another one. */
    public static Optional<String> allowingEntry(String sentence) {
        Matcher allowed = ALLOWED.matcher(sentence);
        boolean ofDomain = allowed.matches() && !sentence.contains(OWN_LIST);
        return ofDomain ? Optional.of(allowed.group(1)) : Optional.empty();
    }

    /** For what is refused at the door, where it had to be taken. */
    static String refused(Refusal refusal) {
        return "this is refused at the door, and held where it had to be taken: " + refusal.text();
    }

    /** Which threshold the score reaches, or the lowest that it stays below. */
    static String score(double score, Category category, Disposition disposition, CategoryRule rule) {
        String what = described(category);
        Optional<Disposition> next = disposition == Disposition.NORMAL ? mildest(rule) : Optional.of(disposition);
        return next.flatMap(rule::from)
                .map(threshold -> "the score " + rounded(score, threshold)
                        + (disposition == Disposition.NORMAL ? " stays below " : " reaches ")
                        + described(threshold) + ", from which " + what + " " + done(next.get()))
                .orElse("nothing is done about " + what + " here, whatever its score");
    }

    /** What to add when a few findings alone led to what is done; empty when there are none. */
    static String whatMattered(Optional<FewestFindings> fewest) {
        return fewest.map(findings -> "; without " + String.join(" and ", findings.names()) + " it would not be")
                .orElse("");
    }

    /** What to add when an allow entry did not help; empty when there is nothing to add. */
    static String whyNotAllowed(SenderPolicy.Standing standing, Category category) {
        if (standing.allowed().isPresent()) {
            ListEntry entry = standing.allowed().get();
            return "; " + named(entry) + " does not count for "
                    + (category == Category.VIRUS ? "viruses" : described(category))
                    + (category == Category.VIRUS ? "" : ", which only administrators let through");
        }
        if (standing.overruled().isPresent()) {
            return "; " + named(standing.overruled().get()) + " does not count against the domain's blocklist";
        }
        return standing.unproven()
                .map(entry -> "; " + named(entry) + " did not count, since neither SPF nor DKIM proves the sender")
                .orElse("");
    }

    private static String named(ListEntry entry) {
        return "the allow entry '" + entry.pattern() + "'" + ofWhom(entry);
    }

    private static Optional<Disposition> mildest(CategoryRule rule) {
        Optional<Disposition> mildest = Optional.empty();
        for (Disposition disposition : Disposition.values()) {
            Optional<Sensitivity> from = rule.from(disposition);
            boolean sooner = from.isPresent()
                    && mildest.flatMap(rule::from)
                            .map(lowest -> from.get().score() < lowest.score())
                            .orElse(true);
            mildest = sooner ? Optional.of(disposition) : mildest;
        }
        return mildest;
    }

    private static String done(Disposition disposition) {
        return switch (disposition) {
            case NORMAL -> "is delivered";
            case FLAG_SUBJECT -> "is flagged in its subject";
            case QUARANTINE -> "is quarantined";
            case DELETE -> "is deleted";
        };
    }

    private static String described(Category category) {
        return switch (category) {
            case SPAM -> "spam";
            case PHISHING -> "phishing";
            case EXPLICIT -> "explicit mail";
            case VIRUS -> "virus mail";
        };
    }

    private static String described(Sensitivity sensitivity) {
        String number = plain(sensitivity).toPlainString();
        return Sensitivity.names().entrySet().stream()
                .filter(named -> named.getValue() == sensitivity.score())
                .map(Map.Entry::getKey)
                .findFirst()
                .map(name -> number + " (" + name + ")")
                .orElse(number);
    }

    // Never rounded up: a score of 2.96 must not be said to stay below 3.0 as "3.0".
    private static String rounded(double score, Sensitivity threshold) {
        return Double.isFinite(score)
                ? BigDecimal.valueOf(score)
                        .setScale(plain(threshold).scale(), RoundingMode.FLOOR)
                        .toPlainString()
                : Double.toString(score);
    }

    private static BigDecimal plain(Sensitivity sensitivity) {
        return BigDecimal.valueOf(sensitivity.score());
    }
}
