package org.scora.mailets.relay;

import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.james.core.MailAddress;
import org.scora.domain.Route;
import org.scora.domain.Route.Server;
import org.scora.domain.Routes;
import org.scora.mailets.relay.HostResult.Answered;
import org.scora.mailets.relay.HostResult.Unusable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers a mail to each recipient's domain, host after host. Always says, for each recipient, how it ended. */
final class DomainDelivery {
    private static final Logger LOGGER = LoggerFactory.getLogger(DomainDelivery.class);
    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]*");

    private final Routes routes;
    private final SmtpDelivery smtp;

    DomainDelivery(Routes routes, SmtpDelivery smtp) {
        this.routes = routes;
        this.smtp = smtp;
    }

    Map<MailAddress, DeliveryResult> deliver(Transaction transaction) {
        Map<MailAddress, DeliveryResult> results = new LinkedHashMap<>();
        transaction.recipients().stream()
                .distinct()
                .collect(Collectors.groupingBy(
                        recipient -> recipient.getDomain().asString(), LinkedHashMap::new, Collectors.toList()))
                .forEach((domain, recipients) -> results.putAll(deliver(domain, transaction.to(recipients))));
        return results;
    }

    private Map<MailAddress, DeliveryResult> deliver(String domain, Transaction transaction) {
        if (!isPlain(transaction)) {
            return all(transaction, Reply.permanent("5.6.7", "An address is not in ASCII (RFC 6531)"));
        }
        Route route = routeTo(domain);
        if (route instanceof Route.Servers servers) {
            return deliver(servers.servers(), transaction);
        }
        return route instanceof Route.PermanentFailure failure
                ? all(transaction, Reply.permanent(failure.enhancedCode(), failure.text()))
                : all(transaction, temporary((Route.TemporaryFailure) route));
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

    private Map<MailAddress, DeliveryResult> deliver(List<Server> servers, Transaction transaction) {
        DeliveryResult last = new DeliveryResult.Temporary("", Reply.temporary("4.4.1", "No mail server was tried"));
        for (Server server : servers) {
            HostResult result = smtp.attempt(server, transaction);
            if (result instanceof Answered answered) {
                return answered.results();
            }
            last = DeliveryResult.of(server.toString(), ((Unusable) result).reason());
            LOGGER.info("mail {}: {}", transaction.name(), last.detail());
        }
        return all(transaction, last);
    }

    /** Other characters would be cut down to bytes on the wire, and some of them to line ends. */
    private static boolean isPlain(Transaction transaction) {
        return PRINTABLE.matcher(transaction.sender().asString("")).matches()
                && transaction.recipients().stream()
                        .allMatch(recipient ->
                                PRINTABLE.matcher(recipient.asString()).matches());
    }

    private static Map<MailAddress, DeliveryResult> all(Transaction transaction, Reply reply) {
        return all(transaction, DeliveryResult.of("", reply));
    }

    private static Map<MailAddress, DeliveryResult> all(Transaction transaction, DeliveryResult result) {
        return transaction.recipients().stream().collect(Collectors.toMap(Function.identity(), recipient -> result));
    }
}
