package org.scora.console.command;

/**
 * What was taught.
 *
 * @param spam messages that were new as spam
 * @param ham messages that were new as ham
 * @param known messages that had been taught before, with the same label
 * @param unreadable messages that could not be read
 * @param lessons all that the model has been taught, now
 */
record Taught(long spam, long ham, long known, long unreadable, long lessons) {}
