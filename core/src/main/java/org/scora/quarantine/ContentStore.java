package org.scora.quarantine;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The content of held messages, byte for byte. What was written is durable on return (fsync of file and folder). Throws
 * UncheckedIOException when the disk fails.
 */
public interface ContentStore {

    /** Writes the content of a message, replacing what there was; returns its length in bytes. */
    long write(String key, InputStream content);

    /** The whole content; empty when there is none. The caller closes it. */
    Optional<InputStream> read(String key);

    /** Where the content of a message is, or would be, in words for an operator. */
    String place(String key);

    /** No error when there is none. */
    void delete(String key);

    /** Takes content that nobody knows out of the store without destroying it; returns where it is now, in words. */
    String setAside(String key);

    /** When the content was written; the far future when there is none. */
    Instant writtenAt(String key);

    /** The keys of everything there, for finding orphans. */
    List<String> keys();
}
