package org.scora.mailets.relay;

import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.scora.domain.Route;
import org.scora.domain.Route.Server;
import org.scora.domain.Routes;
import org.scora.domain.TlsPolicy;
import org.scora.mailets.relay.HostResult.Answered;
import org.scora.mailets.relay.HostResult.Unanswered;
import org.scora.mailets.relay.HostResult.Unusable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers a mail to each recipient's domain, host after host. Always says, for each recipient, how it ended. */
final class DomainDelivery {
    private static final Logger LOGGER = LoggerFactory.getLogger(DomainDelivery.class);
    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]*");
    private static final String LOOP = "5.4.6";

    private final Routes routes;
    private final SmtpDelivery smtp;
    private final RelaySeal seal;

    DomainDelivery(Routes routes, SmtpDelivery smtp, RelaySeal seal) {
        this.routes = routes;
        this.smtp = smtp;
        this.seal = seal;
    }

    Delivery deliver(Transaction transaction) {
        return transaction.recipients().stream()
                .distinct()
                .collect(Collectors.groupingBy(
                        recipient -> recipient.getDomain().asString(), LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(domain -> deliver(domain.getKey(), transaction.to(domain.getValue())))
                .reduce(Delivery::and)
                .orElseThrow(() -> new IllegalArgumentException("a mail without recipients"));
    }

    private Delivery deliver(String domain, Transaction transaction) {
        if (!isPlain(transaction)) {
            return failed(transaction, Reply.permanent("5.6.7", "An address is not in ASCII (RFC 6531)"));
        }
        Route route = routeTo(domain);
        if (route instanceof Route.Servers servers) {
            return withSeal(transaction, domain)
                    .map(ready -> deliver(servers.servers(), servers.tls(), ready))
                    .orElseGet(() -> Delivery.unreachable(transaction, DeliveryResult.of("", notNow(domain))));
        }
        return route instanceof Route.PermanentFailure failure
                ? failed(transaction, reply(failure, domain))
                : Delivery.unreachable(transaction, DeliveryResult.of("", temporary((Route.TemporaryFailure) route)));
    }

    /**
     * A domain that was removed while its mail waits leads here as long as its MX record does. Mail was taken for it, so
     * it waits: the domain may come back, or its MX record may move on.
     */
    private static Reply reply(Route.PermanentFailure failure, String domain) {
        return failure.enhancedCode().equals(LOOP)
                ? Reply.temporary(
                        "4.4.6", failure.text() + "; if " + domain + " was removed, add it again or drop its mail")
                : Reply.permanent(failure.enhancedCode(), failure.text());
    }

    // Without its seal, mail that came this way would be taken for mail that went around.
    private Optional<Transaction> withSeal(Transaction transaction, String domain) {
        try {
            return Optional.of(transaction.with(seal.on(transaction.source(), transaction.receipt(), domain)));
        } catch (UncheckedIOException e) {
            LOGGER.warn("it can not be told whether mail to {} is to be sealed", domain, e);
            return Optional.empty();
        }
    }

    private static Reply notNow(String domain) {
        return Reply.temporary("4.3.0", "What is set for " + domain + " can not be read");
    }

    private static Reply temporary(Route.TemporaryFailure failure) {
        return Reply.temporary(failure.enhancedCode(), failure.text());
    }

    private Route routeTo(String domain) {
        try {
            return routes.to(domain);
        } catch (UncheckedIOException e) {
            LOGGER.warn("the route of {} can not be read", domain, e);
            return new Route.TemporaryFailure("4.3.0", "The route of " + domain + " can not be read");
        }
    }

    private Delivery deliver(List<Server> servers, TlsPolicy policy, Transaction transaction) {
        DeliveryResult last = new DeliveryResult.Temporary("", Reply.temporary("4.4.1", "No mail server was tried"));
        for (Server server : servers) {
            HostResult result = smtp.attempt(server, policy, transaction);
            if (result instanceof Answered answered) {
                return Delivery.answered(answered.results());
            }
            if (result instanceof Unanswered unanswered) {
                return Delivery.unreachable(transaction, DeliveryResult.of(server.toString(), unanswered.reason()));
            }
            last = DeliveryResult.of(server.toString(), ((Unusable) result).reason());
            LOGGER.info("mail {}: {}", transaction.name(), last.detail());
        }
        return last.reply().code() < 500
                ? Delivery.unreachable(transaction, last)
                : Delivery.answered(transaction, last);
    }

    /** Other characters would be cut down to bytes on the wire, and some of them to line ends. */
    private static boolean isPlain(Transaction transaction) {
        return PRINTABLE.matcher(transaction.sender().asString("")).matches()
                && transaction.recipients().stream()
                        .allMatch(recipient ->
                                PRINTABLE.matcher(recipient.asString()).matches());
    }

    private static Delivery failed(Transaction transaction, Reply reply) {
        return Delivery.answered(transaction, DeliveryResult.of("", reply));
    }
}
