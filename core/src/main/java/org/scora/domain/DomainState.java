package org.scora.domain;

/** Where a protected domain is in its life. */
public enum DomainState {
    /** Entered but not taken live: mail is put off with 451, so that nothing bounces. */
    PENDING,
    /** Mail is filtered and relayed. */
    ACTIVE,
    /** Put on hold by an operator: mail is put off with 451. */
    SUSPENDED
}
