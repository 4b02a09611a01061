package org.scora.console.admin;

import static org.scora.console.admin.AdminRequest.valid;

import com.google.common.net.InetAddresses;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.inject.Inject;
import org.scora.domain.DomainNames;
import org.scora.domain.DomainState;
import org.scora.domain.OwnListener;
import org.scora.domain.ProfileNames;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.RecipientPolicy;
import org.scora.domain.RouteHost;
import org.scora.domain.TlsPolicy;

/** Makes a protected domain of what somebody wrote, or says what is wrong with it. */
final class DomainParser {
    private static final int MOST_HOSTS = 20;
    private static final int MOST_ADMINISTRATORS = 50;
    private static final String ROUTE_REMEDY =
            "Expected the domain's own mail servers as host or host:port, such as mail.example.com:25.";

    // A name without a domain, such as localhost.
    private static final Pattern SHORT_NAME = Pattern.compile("[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    private final OwnListener ownListener;

    @Inject
    DomainParser(OwnListener ownListener) {
        this.ownListener = ownListener;
    }

    /** The domain as the form changes it. */
    ProtectedDomain parse(String name, DomainForm form, Optional<ProtectedDomain> known) {
        if (ownListener.isNamed(name)) {
            throw AdminProblem.badRequest(
                    "this gateway itself is named " + name + ", which is no domain that it can protect",
                    "Name the domain of the mail addresses: the part behind the @, such as example.com.");
        }
        return new ProtectedDomain(
                name,
                form.state().or(() -> known.map(ProtectedDomain::state)).orElse(DomainState.ACTIVE),
                form.route()
                        .map(this::route)
                        .or(() -> known.map(ProtectedDomain::route))
                        .orElseThrow(() -> AdminProblem.badRequest(name + " has no route", ROUTE_REMEDY)),
                form.tls().or(() -> known.map(ProtectedDomain::tls)).orElse(TlsPolicy.OPPORTUNISTIC),
                form.recipients()
                        .or(() -> known.map(ProtectedDomain::recipients))
                        .orElse(RecipientPolicy.LISTED),
                form.profile()
                        .map(written -> valid(() -> ProfileNames.parse(written), "See: scora profile list"))
                        .or(() -> known.map(ProtectedDomain::profile))
                        .orElse(ProtectedDomain.DEFAULT_PROFILE),
                form.administrators()
                        .map(written -> MailAddress.all(written, MOST_ADMINISTRATORS))
                        .or(() -> known.map(ProtectedDomain::administrators))
                        .orElse(List.of()));
    }

    /** Makes sure that no host of a route is this gateway. */
    void checkRoute(ProtectedDomain domain) {
        domain.route().forEach(this::checkHost);
    }

    private List<RouteHost> route(List<String> written) {
        if (written.isEmpty() || written.size() > MOST_HOSTS) {
            throw AdminProblem.badRequest("a route has 1 to " + MOST_HOSTS + " hosts", ROUTE_REMEDY);
        }
        List<RouteHost> route = new ArrayList<>();
        for (String text : written) {
            route.add(host(text, route.size()));
        }
        return route;
    }

    private RouteHost host(String text, int preference) {
        RouteHost written =
                valid(() -> RouteHost.parse(AdminRequest.bounded("a host", text), preference), ROUTE_REMEDY);
        RouteHost host = new RouteHost(hostname(written.host()), written.port(), preference);
        checkHost(host);
        return host;
    }

    private void checkHost(RouteHost host) {
        if (ownListener.isReachedBy(host)) {
            throw AdminProblem.badRequest(
                    "the route " + host + " is this gateway itself, so mail would go round in circles",
                    "Name the domain's own mail server, not the host in its MX record.");
        }
    }

    private static String hostname(String written) {
        String name = written.toLowerCase(Locale.ROOT);
        return InetAddresses.isInetAddress(name) || SHORT_NAME.matcher(name).matches()
                ? name
                : valid(() -> DomainNames.parse(name), ROUTE_REMEDY);
    }
}
