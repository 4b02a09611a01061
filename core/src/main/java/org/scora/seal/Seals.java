package org.scora.seal;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scora.message.HeaderField;
import org.scora.message.RawHeaders;
import org.scora.people.SecretFile;

/**
 * Makes and tells seals with the gateway's secret, which stands in a {@link SecretFile}. Thread-safe.
 */
public final class Seals {
    private static final int MOST_SEALS = 10;
    /** The clocks of two machines may differ by so much. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

    private final byte[] secret;
    private final Clock clock;

    private Seals(byte[] secret, Clock clock) {
        this.secret = secret.clone();
        this.clock = clock;
    }

    /** Where the secret is in a var folder. */
    public static Path file(Path varFolder) {
        return varFolder.resolve("seal-secret");
    }

    /** Reads the secret, making it first if need be. Throws UncheckedIOException for a file that can not be used. */
    public static Seals createOrRead(Path file, SecureRandom random, Clock clock) {
        return new Seals(SecretFile.createOrRead(file, random), clock);
    }

    /** With the secret of a server that has run here; empty when there is none. */
    public static Optional<Seals> read(Path file, Clock clock) {
        return SecretFile.read(file).map(secret -> new Seals(secret, clock));
    }

    /** The key of a domain. */
    public SealKey keyOf(String domain) {
        return SealKey.of(secret, domain);
    }

    /**
     * The message with a new seal in front, and without any that it had. Every other byte stays.
     *
     * @param receipt empty for a message that has none
     * @param domain of its recipients
     */
    public byte[] seal(byte[] message, Optional<String> receipt, String domain) {
        String name = domain.toLowerCase(Locale.ROOT);
        Instant now = Instant.ofEpochSecond(clock.instant().getEpochSecond());
        Seal seal = Seal.of(keyOf(name), now, receipt.orElse("-"), name);
        return RawHeaders.of(message)
                .remove(Seals::isSeal)
                .add(Seal.FIELD, seal.text())
                .toBytes();
    }

    private static boolean isSeal(HeaderField field) {
        return field.name().equalsIgnoreCase(Seal.FIELD);
    }

    /**
     * Whether a message came through this gateway.
     *
     * @param domain of the recipient, if it is known
     * @param oldest how long ago it may have been sealed
     */
    public SealVerdict verdictOn(byte[] message, Optional<String> domain, Duration oldest) {
        List<String> values = values(message);
        if (values.isEmpty()) {
            return new SealVerdict(SealVerdict.State.MISSING, Optional.empty());
        }
        Optional<Seal> seal = Seal.parse(values.get(0));
        boolean genuine = values.size() == 1
                && seal.filter(each -> each.isBy(keyOf(each.domain()))).isPresent();
        return new SealVerdict(genuine ? state(seal.get(), domain, oldest) : SealVerdict.State.FORGED, seal);
    }

    private SealVerdict.State state(Seal seal, Optional<String> domain, Duration oldest) {
        if (domain.filter(name -> !name.equalsIgnoreCase(seal.domain())).isPresent()) {
            return SealVerdict.State.OTHER_DOMAIN;
        }
        Instant now = clock.instant();
        boolean timely = !seal.at().isBefore(now.minus(oldest)) && !seal.at().isAfter(now.plus(CLOCKS_DIFFER));
        return timely ? SealVerdict.State.GENUINE : SealVerdict.State.OLD;
    }

    private static List<String> values(byte[] message) {
        List<String> values = new ArrayList<>();
        RawHeaders.of(message)
                .remove(field -> {
                    if (isSeal(field) && values.size() < MOST_SEALS) {
                        values.add(field.value());
                    }
                    return false;
                })
                .toBytes();
        return values;
    }
}
