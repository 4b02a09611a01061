package org.scora.dns;

/**
 * An MX record (RFC 1035 section 3.3.9).
 *
 * @param preference the smaller the sooner
 * @param host without a trailing dot; empty for a null MX (RFC 7505)
 */
public record MailExchanger(int preference, String host) {}
