package org.scora.message;

/**
 * A header field as it came.
 *
 * @param name as written
 * @param value unfolded, trimmed; bytes above 127 are one char each (ISO 8859-1), encoded words are not decoded
 */
public record HeaderField(String name, String value) {}
