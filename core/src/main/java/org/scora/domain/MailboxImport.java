package org.scora.domain;

/**
 * How a list of mailboxes is brought in.
 *
 * @param replace whether mailboxes that are not in it are removed
 * @param force whether more than half of the list may be removed
 * @param dryRun whether nothing is to be changed
 */
public record MailboxImport(boolean replace, boolean force, boolean dryRun) {

    /** Adds what is new. */
    public static final MailboxImport ADD = new MailboxImport(false, false, false);

    /** Makes the list what is brought, unless that would remove more than half of it. */
    public static final MailboxImport REPLACE = new MailboxImport(true, false, false);
}
