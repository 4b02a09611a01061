package org.scora.console.admin;

import java.util.List;
import org.scora.outgoing.WaitingDomain;

/**
 * The queue to the domains' own servers.
 *
 * @param due mails that are being delivered or that are not looked at yet; they stand in no domain
 */
public record QueueView(long due, List<WaitingDomain> domains) {
    public QueueView {
        domains = List.copyOf(domains);
    }
}
