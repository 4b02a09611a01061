package org.scora.mailets.relay;

import java.util.Map;
import org.apache.james.core.MailAddress;

/** How a transaction with one host went. */
sealed interface HostResult {

    /** The host said, for each recipient, what it makes of it. */
    record Answered(Map<MailAddress, DeliveryResult> results) implements HostResult {}

    /** There was no transaction: the next host may be tried. */
    record Unusable(Reply reason) implements HostResult {}

    /** The host may have the message and did not say so: the next host may not be tried, better late than twice. */
    record Unanswered(Reply reason) implements HostResult {}
}
