package org.scora.quarantine;

import com.google.common.hash.Hashing;
import com.google.common.hash.HashingInputStream;
import com.google.common.util.concurrent.Striped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.function.BooleanSupplier;

/**
 * Held messages: content first, then the index, so that whatever is in the index can be read. Safe for use by several
 * threads.
 */
public final class Quarantine {
    private static final int STRIPES = 64;
    private static final int BATCH = 500;

    private final HeldMessages index;
    private final ContentStore contents;
    private final Striped<Lock> locks = Striped.lock(STRIPES);

    public Quarantine(HeldMessages index, ContentStore contents) {
        this.index = index;
        this.contents = contents;
    }

    /** Takes a message; holding it again under the same key replaces it, but a message that was released stays so. */
    public void hold(HeldMessage message, InputStream content) {
        locked(message.key(), () -> {
            HashingInputStream hashed = new HashingInputStream(Hashing.sha256(), content);
            contents.write(message.key(), hashed);
            index.put(message.withContentHash(hashed.hash().toString()));
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

    /** The content of a message that is in the index, whole and checked, as {@link #bytesOf} has it; empty when it is gone. */
    public Optional<InputStream> content(String key) {
        try {
            return index.find(key).map(this::bytesOf).map(ByteArrayInputStream::new);
        } catch (MissingContent e) {
            return Optional.empty();
        }
    }

    /**
     * Forgets a message and its content; false when it was not there.
     *
     * @throws LegalHoldException when it is under legal hold
     */
    public boolean remove(String key) {
        return locked(key, () -> {
            boolean known = index.remove(key);
            contents.delete(key);
            return known;
        });
    }

    /**
     * The content, byte for byte as it was held.
     *
     * @throws MissingContent when it is gone
     * @throws DamagedContent when it is not what was written
     */
    public byte[] bytesOf(HeldMessage message) {
        String place = contents.place(message.key());
        try (InputStream content = contents.read(message.key()).orElseThrow(() -> new MissingContent(place))) {
            byte[] bytes = content.readAllBytes();
            String hash = Hashing.sha256().hashBytes(bytes).toString();
            if (message.contentHash().filter(written -> !written.equals(hash)).isPresent()) {
                throw new IOException("its checksum is another one than when it was written");
            }
            return bytes;
        } catch (IOException e) {
            throw new DamagedContent(place, e);
        } catch (UncheckedIOException e) {
            throw e instanceof MissingContent ? e : new DamagedContent(place, e);
        }
    }

    /** Removes the contents of messages that nobody has any more; what a crash left is removed the next time. */
    public int removeContents(HeldCopies copies) {
        int removed = 0;
        List<String> keys = copies.contentsToRemove(BATCH);
        while (!keys.isEmpty()) {
            keys.forEach(contents::delete);
            copies.contentsRemoved(keys);
            removed += keys.size();
            keys = copies.contentsToRemove(BATCH);
        }
        return removed;
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
}
