package org.scora.message.file;

/**
 * A link that a file holds.
 *
 * @param target as written, bounded
 * @param place where it was found, in words, such as: the QR code in the file scan.png
 */
public record FileLink(String target, String place) {}
