package org.scora.report.contents;

/**
 * An address that nobody has, to which mail was tried.
 *
 * @param times how often, as far as the journal has lines of it
 * @param senders from how many domains
 * @param known how many of the attempts came from domains whose mail is delivered here
 */
public record Tried(String recipient, long times, int senders, long known) {}
