package org.scora.storage;

/**
 * How to reach the database.
 *
 * @param url of JDBC: {@code jdbc:h2:file:…} for the embedded one, or {@code jdbc:postgresql:…}
 * @param user may be empty for the embedded database
 * @param password may be empty for the embedded database
 * @param connections at most this many at once
 */
public record DatabaseSettings(String url, String user, String password, int connections) {}
