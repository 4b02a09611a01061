package org.scora.replay;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.net.InetAddresses;
import com.google.common.util.concurrent.UncheckedExecutionException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.scora.domain.EffectiveSettings;
import org.scora.domain.ProtectedDomains;
import org.scora.domain.Recipients;
import org.scora.domain.StoredSettings;
import org.scora.journal.JournalLine;
import org.scora.journal.ScoredFacts;
import org.scora.message.Envelope;
import org.scora.policy.ChainProfile;
import org.scora.policy.Decider;
import org.scora.policy.Disposition;
import org.scora.policy.ListEntry;
import org.scora.policy.Profiles;
import org.scora.policy.RecipientLists;
import org.scora.policy.SenderLists;
import org.scora.score.Verdict;
import org.scora.score.Weights;

/**
 * Decides again about lines of the journal, as {@code Decide} does in the chain, by the settings and lists that hold now.
 * Made for one run: profiles are remembered. Not for use by several threads.
 */
public final class Deciding {
    private static final int RECIPIENTS_REMEMBERED = 20_000;

    private final Decider decider;

    private Deciding(Decider decider) {
        this.decider = decider;
    }

    /** What is asked while deciding. */
    public record Sources(
            ProtectedDomains domains,
            StoredSettings settings,
            Recipients recipients,
            SenderLists lists,
            ChainProfile chain,
            Clock clock) {

        /** Decides by all that holds now; what was asked once is remembered. */
        public Deciding asNow() {
            Profiles profiles = new Profiles(new EffectiveSettings(domains, settings), recipients, chain.written());
            Map<String, List<ListEntry>> entries = new HashMap<>();
            SenderLists once = new TriedLists(domain -> entries.computeIfAbsent(domain, lists::of), lists);
            return new Deciding(new Decider(
                    remembered(recipients::isExempt)::apply,
                    new RecipientLists(once, recipients),
                    remembered(profiles::of),
                    Weights::shipped,
                    clock));
        }

        /** Decides as if something were set otherwise for a domain. */
        Deciding with(String domain, Change change) {
            return new Sources(
                            domains,
                            new TriedSettings(settings, domain, change.settings()),
                            recipients,
                            TriedLists.with(lists, domain, change.entries(domain)),
                            chain,
                            clock)
                    .asNow();
        }

        private static <T> Function<String, T> remembered(Function<String, T> question) {
            Cache<String, T> cache =
                    CacheBuilder.newBuilder().maximumSize(RECIPIENTS_REMEMBERED).build();
            return recipient -> {
                try {
                    return cache.get(recipient, () -> question.apply(recipient));
                } catch (ExecutionException | UncheckedExecutionException e) {
                    throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
                }
            };
        }
    }

    /** What is done with a message of this verdict for the line's recipient. */
    public Disposition disposition(JournalLine line, ScoredFacts facts, Verdict verdict) {
        Envelope envelope = new Envelope(
                line.clientAddress().filter(InetAddresses::isInetAddress).map(InetAddresses::forString),
                Optional.empty(),
                line.sender(),
                List.of(line.recipient()));
        return decider.disposition(verdict, envelope, facts.from(), line.recipient());
    }

    /** Whether it is held, or deleted, by this verdict. */
    public boolean holds(JournalLine line, ScoredFacts facts, Verdict verdict) {
        return isHeld(disposition(line, facts, verdict));
    }

    /** Whether mail does not reach its recipient. */
    public static boolean isHeld(Disposition disposition) {
        return disposition.compareTo(Disposition.QUARANTINE) >= 0;
    }
}
