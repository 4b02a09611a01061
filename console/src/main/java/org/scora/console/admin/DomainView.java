package org.scora.console.admin;

import java.util.List;
import org.scora.domain.DomainState;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.RouteHost;

/**
 * A protected domain as the admin API shows it.
 *
 * @param route hosts as {@code host:port}, the preferred first
 */
public record DomainView(
        String name, DomainState state, List<String> route, boolean acceptsAnyMailbox, List<String> administrators) {

    static DomainView of(ProtectedDomain domain) {
        return new DomainView(
                domain.name(),
                domain.state(),
                domain.route().stream().map(RouteHost::toString).toList(),
                domain.acceptsAnyMailbox(),
                domain.administrators());
    }
}
