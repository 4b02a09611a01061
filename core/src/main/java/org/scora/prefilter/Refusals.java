package org.scora.prefilter;

import com.google.common.base.CharMatcher;
import java.time.Clock;
import java.util.List;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.ProtectedDomains;
import org.scora.domain.Refusal;
import org.scora.domain.RefusalReason;
import org.scora.message.Addresses;

/**
 * Where every refusal ends: it is counted, noted for the journal, and completed with the receipt by which it is found
 * there and with where to find help. Thread-safe.
 */
public final class Refusals {
    /** A line of an answer has at most 512 octets (RFC 5321 section 4.5.3.1.5). */
    private static final int LONGEST_SENTENCE = 320;

    /** A message may have so many recipients of which none is taken, such as those of a mailing list that left. */
    private static final int MOST_IN_A_ROW = 100;

    private static final CharMatcher PLAIN = CharMatcher.inRange(' ', '~');

    private final RefusalLog log;
    private final ProtectedDomains domains;
    private final PreFilters filters;
    private final String contact;
    private final Clock clock;

    /** @param contact a web page or a mail address */
    public Refusals(RefusalLog log, ProtectedDomains domains, PreFilters filters, String contact, Clock clock) {
        this.log = log;
        this.domains = domains;
        this.filters = filters;
        this.contact = contact;
        this.clock = clock;
    }

    /**
     * The refusal as it is said.
     *
     * @param recipients whom it is about; empty when it is about the client, the sender or the way it is said
     */
    public Refusal complete(Attempt attempt, List<String> recipients, Refusal refusal) {
        if (refusal.reason() == RefusalReason.UNKNOWN_MAILBOX) {
            filters.guessed(attempt);
        }
        String receipt = note(attempt, recipients, refusal);
        return new Refusal(
                refusal.code(),
                refusal.enhancedCode(),
                bounded(refusal.text()) + ". Receipt " + receipt + ", help: " + contact,
                refusal.reason());
    }

    private String note(Attempt attempt, List<String> recipients, Refusal refusal) {
        String receipt = log.note(refused(attempt, recipients.isEmpty() ? "" : recipients.get(0), refusal));
        recipients.stream()
                .skip(1)
                .map(recipient -> refused(attempt, recipient, refusal))
                .forEach(refused -> log.note(refused, receipt));
        return receipt;
    }

    /**
     * The refusal to end a session with in which nothing but refusals happened, instead of one more.
     *
     * @param before how many there were, since a recipient was taken
     */
    public Refusal unlessTooMany(Refusal refusal, int before) {
        return before < MOST_IN_A_ROW ? refusal : Words.tooManyRefusals();
    }

    private Refused refused(Attempt attempt, String recipient, Refusal refusal) {
        // While nothing can be taken, the store is most likely out of reach: it is not waited for again.
        String domain = refusal.reason() == RefusalReason.NOT_NOW ? "" : domainOf(recipient);
        return new Refused(clock.instant(), attempt, recipient, domain, refusal);
    }

    // A refusal is said whether it can be counted for a domain or not.
    private String domainOf(String recipient) {
        try {
            return Addresses.domainOf(recipient)
                    .flatMap(domains::find)
                    .map(ProtectedDomain::name)
                    .orElse("");
        } catch (RuntimeException e) {
            return "";
        }
    }

    private static String bounded(String text) {
        String plain = PLAIN.negate().replaceFrom(text, '?');
        return plain.length() <= LONGEST_SENTENCE ? plain : plain.substring(0, LONGEST_SENTENCE) + "...";
    }
}
