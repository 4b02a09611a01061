package org.scora.mailets.relay;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.james.core.MailAddress;

/**
 * How an attempt went.
 *
 * @param results for each recipient
 * @param unreachable why none of the servers answered; empty when one did
 */
record Delivery(Map<MailAddress, DeliveryResult> results, Optional<DeliveryResult> unreachable) {

    /** Nobody was asked. */
    static Delivery none() {
        return new Delivery(Map.of(), Optional.empty());
    }

    boolean isNone() {
        return results.isEmpty() && unreachable.isEmpty();
    }

    static Delivery answered(Map<MailAddress, DeliveryResult> results) {
        return new Delivery(results, Optional.empty());
    }

    /** The same for all recipients. */
    static Delivery answered(Transaction transaction, DeliveryResult result) {
        return answered(all(transaction, result));
    }

    static Delivery unreachable(Transaction transaction, DeliveryResult reason) {
        return new Delivery(all(transaction, reason), Optional.of(reason));
    }

    /** Of recipients of several domains: one that answered is enough. */
    Delivery and(Delivery other) {
        Map<MailAddress, DeliveryResult> both = new LinkedHashMap<>(results);
        both.putAll(other.results);
        return new Delivery(both, unreachable.flatMap(reason -> other.unreachable));
    }

    private static Map<MailAddress, DeliveryResult> all(Transaction transaction, DeliveryResult result) {
        return transaction.recipients().stream()
                .collect(Collectors.toMap(
                        Function.identity(), recipient -> result, (one, same) -> one, LinkedHashMap::new));
    }
}
