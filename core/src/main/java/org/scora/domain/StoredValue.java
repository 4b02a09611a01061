package org.scora.domain;

/**
 * The value that somebody set, and for whom.
 *
 * @param scope the narrowest in which it is set
 */
public record StoredValue(String text, SettingScope scope) {}
