package org.scora.checkup;

/**
 * A ready-made text for whoever runs the customer's zone or mail server.
 *
 * @param name by which it can be asked for, such as {@code nftables}
 * @param title what it is
 */
public record CustomerText(String name, String title, String text) {}
