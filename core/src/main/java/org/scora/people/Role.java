package org.scora.people;

/** As what somebody acts. */
public enum Role {
    /** Who owns a mailbox. */
    USER,
    /** Who is responsible for a protected domain. */
    DOMAIN_ADMINISTRATOR,
    /** Who runs the gateway. */
    OPERATOR
}
