package org.scora.quarantine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.scora.message.Outbox;
import org.scora.message.OutgoingMail;

/**
 * Held messages: content first, then the index, so that whatever is in the index can be read. Safe for use by several
 * threads.
 */
public final class Quarantine {
    private final HeldMessages index;
    private final ContentStore contents;
    private final Clock clock;

    public Quarantine(HeldMessages index, ContentStore contents, Clock clock) {
        this.index = index;
        this.contents = contents;
        this.clock = clock;
    }

    /** Takes a message; holding it again under the same key replaces it. */
    public void hold(HeldMessage message, InputStream content) {
        contents.write(message.key(), content);
        index.put(message);
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
        boolean known = index.remove(key);
        contents.delete(key);
        return known;
    }

    /**
     * Sends a held message to the recipients for whom it was held. Asking twice sends once.
     *
     * @return false when it had been released before
     * @throws UncheckedIOException when the content can not be read or the mail not be queued; it stays held then
     */
    public boolean release(HeldMessage message, Outbox outbox) {
        if (message.releasedAt().isPresent()) {
            return false;
        }
        outbox.send(new OutgoingMail(
                "release-" + message.key(), message.sender(), message.recipients(), bytesOf(message.key())));
        index.markReleased(message.key(), clock.instant());
        return true;
    }

    private byte[] bytesOf(String key) {
        try (InputStream content = contents.read(key).orElseThrow(() -> new IOException("no content for " + key))) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
