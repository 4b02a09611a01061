package org.scora.people;

import java.time.Instant;

/**
 * That somebody is logged in.
 *
 * @param name the account; of a user, the address of the mailbox in lower case
 */
public record Session(Role role, String name, Instant begunAt) {}
