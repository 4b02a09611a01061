package org.scora.quarantine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.scora.message.Addresses;
import org.scora.message.Json;

/**
 * An index of held messages in files, for the few that have to be kept when the database is what failed. Every list
 * reads all of them.
 */
public final class FileHeldMessages implements HeldMessages {
    private final ContentStore files;

    /** @param folder made when it is missing; for this index alone */
    public FileHeldMessages(Path folder) {
        this.files = new FileContentStore(folder);
    }

    @Override
    public void put(HeldMessage message) {
        byte[] json = Json.write(message).getBytes(StandardCharsets.UTF_8);
        files.write(message.key(), new ByteArrayInputStream(json));
    }

    @Override
    public Optional<HeldMessage> find(String key) {
        return files.read(key).map(FileHeldMessages::read);
    }

    @Override
    public List<HeldMessage> byReceipt(String receipt) {
        return all().filter(message -> message.receipt().equals(receipt)).toList();
    }

    @Override
    public List<HeldMessage> list(Optional<String> recipientDomain, int limit) {
        return all().filter(message -> recipientDomain
                        .map(domain -> message.recipients().stream()
                                .anyMatch(recipient -> Addresses.domainOf(recipient)
                                        .filter(domain::equalsIgnoreCase)
                                        .isPresent()))
                        .orElse(true))
                .sorted(Comparator.comparing(HeldMessage::heldAt).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<String> keys() {
        return files.keys();
    }

    @Override
    public long count() {
        return files.keys().size();
    }

    @Override
    public boolean remove(String key) {
        boolean known = find(key).isPresent();
        files.delete(key);
        return known;
    }

    private Stream<HeldMessage> all() {
        return files.keys().stream().flatMap(key -> find(key).stream());
    }

    private static HeldMessage read(InputStream file) {
        try (file) {
            return Json.read(new String(file.readAllBytes(), StandardCharsets.UTF_8), HeldMessage.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
