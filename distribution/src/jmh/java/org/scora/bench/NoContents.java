package org.scora.bench;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.scora.quarantine.ContentStore;

/** The index is measured, not the disk. */
final class NoContents implements ContentStore {
    @Override
    public long write(String key, InputStream content) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<InputStream> read(String key) {
        return Optional.empty();
    }

    @Override
    public String place(String key) {
        return key;
    }

    @Override
    public void delete(String key) {}

    @Override
    public String setAside(String key) {
        return key;
    }

    @Override
    public Instant writtenAt(String key) {
        return Instant.MAX;
    }

    @Override
    public List<String> keys() {
        return List.of();
    }
}
