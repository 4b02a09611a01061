package org.scora.prefilter;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.scora.domain.EffectiveSettings;
import org.scora.domain.Refusal;
import org.scora.message.Addresses;

/**
 * The largest message that each domain takes. An answer after DATA is one for all recipients, so those of a message whose
 * size was not announced are taken together only if they have the same limit (RFC 1870 section 6).
 */
final class SizeLimits {
    private static final long MEBIBYTE = 1024L * 1024;
    /** What this server adds in front of a message while it takes it. */
    private static final long OWN_HEADER = 2048;

    private final EffectiveSettings settings;

    SizeLimits(EffectiveSettings settings) {
        this.settings = settings;
    }

    /**
     * @param limit of the recipient, in MiB; 0 for none
     * @param taken the message's recipients so far
     */
    Optional<Refusal> atRecipient(int limit, OptionalLong announced, List<String> taken) {
        if (announced.isPresent()) {
            return isAbove(announced.getAsLong(), limit) ? Optional.of(Words.tooLarge(limit)) : Optional.empty();
        }
        return !taken.isEmpty() && limitOf(taken.get(0)) != limit ? Optional.of(Words.otherLimit()) : Optional.empty();
    }

    /** Of a whole message: who announced less than came is refused for all, as the standard has it. */
    Optional<Refusal> atEnd(long octets, List<String> recipients) {
        if (octets < MEBIBYTE) {
            return Optional.empty();
        }
        return recipients.stream()
                .map(Addresses::domainOf)
                .flatMap(Optional::stream)
                .distinct()
                .mapToInt(this::limitOfDomain)
                .filter(limit -> isAbove(octets - OWN_HEADER, limit))
                .boxed()
                .findFirst()
                .map(Words::tooLarge);
    }

    private int limitOf(String recipient) {
        return Addresses.domainOf(recipient).map(this::limitOfDomain).orElse(0);
    }

    private int limitOfDomain(String domain) {
        return DoorRules.of(settings, domain).maxMebibytes();
    }

    private static boolean isAbove(long octets, int limit) {
        return limit > 0 && octets > limit * MEBIBYTE;
    }
}
