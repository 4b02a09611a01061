package org.scora.people;

/**
 * Somebody who does something.
 *
 * @param name the account, for the audit log; of a user, the address of the mailbox
 * @param origin from where, such as {@code scora command} or an IP address
 */
public record Actor(Role role, String name, String origin) {
    /** The gateway itself, in what it does by its settings. */
    public static final Actor GATEWAY = new Actor(Role.OPERATOR, "the gateway itself", "scheduled work");
}
