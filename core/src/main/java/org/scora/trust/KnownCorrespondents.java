package org.scora.trust;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.util.concurrent.UncheckedExecutionException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whom the protected domains know. Answers come from memory for some minutes; what is noted is written later, many at
 * once, and lost in a crash, which costs nothing but a little trust. Thread-safe.
 */
public final class KnownCorrespondents {
    private static final Logger LOGGER = LoggerFactory.getLogger(KnownCorrespondents.class);
    private static final int MOST_REMEMBERED = 100_000;
    private static final int MOST_NOTED = 10_000;
    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    private final Correspondents stored;
    private final Cache<Key, Optional<Acquaintance>> remembered = CacheBuilder.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(REMEMBERED)
            .build();
    private final Map<Key, Contact> noted = new HashMap<>();

    public KnownCorrespondents(Correspondents stored) {
        this.stored = stored;
    }

    private record Key(String domain, String peer) {
        static Key of(String domain, String peer) {
            return new Key(domain.toLowerCase(Locale.ROOT), peer.toLowerCase(Locale.ROOT));
        }
    }

    /**
     * What a domain had to do with a peer, when that is enough to know it.
     *
     * @throws java.io.UncheckedIOException when the store can not be reached
     */
    public Optional<Acquaintance> find(String domain, String peer) {
        Key key = Key.of(domain, peer);
        try {
            return remembered
                    .get(key, () -> stored.find(key.domain(), key.peer()))
                    .filter(Acquaintance::isKnown);
        } catch (ExecutionException | UncheckedExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        }
    }

    /** Notes what happened, to be written by {@link #write()}; beyond a bound it is left out. */
    public synchronized void note(List<Contact> contacts) {
        for (Contact contact : contacts) {
            Key key = Key.of(contact.domain(), contact.peer());
            if (noted.size() < MOST_NOTED || noted.containsKey(key)) {
                noted.merge(key, contact, Contact::and);
            }
        }
    }

    /** Writes what was noted since the last time. What can not be written is left out. */
    public void write() {
        List<Contact> contacts = taken();
        if (contacts.isEmpty()) {
            return;
        }
        try {
            stored.add(contacts);
            contacts.forEach(contact -> remembered.invalidate(Key.of(contact.domain(), contact.peer())));
        } catch (RuntimeException e) {
            LOGGER.warn("{} notes about correspondents could not be written", contacts.size(), e);
        }
    }

    private synchronized List<Contact> taken() {
        List<Contact> contacts = List.copyOf(noted.values());
        noted.clear();
        return contacts;
    }
}
