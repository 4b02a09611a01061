package org.scora.console;

/**
 * Whether one thing that the gateway needs works.
 *
 * @param name such as "Database"
 * @param sentence what is the matter, or that nothing is
 */
public record HealthLine(String name, boolean working, String sentence) {}
