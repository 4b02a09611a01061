package org.scora.quarantine;

import com.google.common.hash.Hashing;
import com.google.common.util.concurrent.Striped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.function.BooleanSupplier;
import org.scora.message.Outbox;
import org.scora.message.OutgoingMail;

/**
 * Held messages: content first, then the index, so that whatever is in the index can be read. Safe for use by several
 * threads.
 */
public final class Quarantine {
    private static final int STRIPES = 64;

    private final HeldMessages index;
    private final ContentStore contents;
    private final Clock clock;
    private final Striped<Lock> locks = Striped.lock(STRIPES);

    public Quarantine(HeldMessages index, ContentStore contents, Clock clock) {
        this.index = index;
        this.contents = contents;
        this.clock = clock;
    }

    /** Takes a message; holding it again under the same key replaces it, but a message that was released stays so. */
    public void hold(HeldMessage message, InputStream content) {
        locked(message.key(), () -> {
            contents.write(message.key(), content);
            index.put(message);
            return true;
        });
    }

    public Optional<HeldMessage> find(String key) {
        return index.find(key);
    }

    public List<HeldMessage> byReceipt(String receipt) {
        return index.byReceipt(receipt);
    }

    /** The newest first; for recipients of one domain, or for all. */
    public List<HeldMessage> list(Optional<String> recipientDomain, int limit) {
        return index.list(recipientDomain, limit);
    }

    public List<String> keys() {
        return index.keys();
    }

    public long count() {
        return index.count();
    }

    /** The content of a message that is in the index; the caller closes it. */
    public Optional<InputStream> content(String key) {
        return contents.read(key);
    }

    /** Forgets a message and its content; false when it was not there. */
    public boolean remove(String key) {
        return locked(key, () -> {
            boolean known = index.remove(key);
            contents.delete(key);
            return known;
        });
    }

    /**
     * Sends a held message to the recipients for whom it was held. Asking twice, or two at once, sends once. Only a crash
     * between sending and noting it lets a second asking send again, and then under the same {@link OutgoingMail#id()}:
     * the other order could lose the message.
     *
     * @return false when it had been released before, or is not held any more
     * @throws MissingContent when the content is gone; it stays in the index, so that it can still be seen
     * @throws UncheckedIOException when the content can not be read or the mail not be queued; it stays held then
     */
    public boolean release(HeldMessage message, Outbox outbox) {
        return locked(
                message.key(),
                () -> index.find(message.key())
                        .filter(held -> held.releasedAt().isEmpty())
                        .map(held -> send(held, outbox))
                        .orElse(false));
    }

    private boolean send(HeldMessage held, Outbox outbox) {
        outbox.send(new OutgoingMail(
                releaseId(held.key()),
                held.sender(),
                held.recipients(),
                bytesOf(held.key()),
                Optional.of(held.receipt())));
        index.markReleased(held.key(), clock.instant());
        return true;
    }

    // A hash, since keys may hold anything and the id of an outgoing mail may not.
    private static String releaseId(String key) {
        return "release-" + Hashing.sha256().hashUnencodedChars(key).toString().substring(0, 32);
    }

    private boolean locked(String key, BooleanSupplier work) {
        Lock lock = locks.get(key);
        lock.lock();
        try {
            return work.getAsBoolean();
        } finally {
            lock.unlock();
        }
    }

    private byte[] bytesOf(String key) {
        try (InputStream content = contents.read(key).orElseThrow(() -> new MissingContent(contents.place(key)))) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
