package org.scora.console.admin;

import java.util.List;
import org.scora.domain.DomainState;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.RecipientPolicy;
import org.scora.domain.RouteHost;
import org.scora.domain.TlsPolicy;

/**
 * A protected domain as the admin API shows it.
 *
 * @param route hosts as {@code host:port}, the preferred first
 */
public record DomainView(
        String name,
        DomainState state,
        List<String> route,
        TlsPolicy tls,
        RecipientPolicy recipients,
        String profile,
        List<String> administrators) {

    static DomainView of(ProtectedDomain domain) {
        return new DomainView(
                domain.name(),
                domain.state(),
                domain.route().stream().map(RouteHost::toString).toList(),
                domain.tls(),
                domain.recipients(),
                domain.profile(),
                domain.administrators());
    }
}
