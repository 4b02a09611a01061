package org.scora.message;

import java.util.Optional;

/**
 * A leaf of the MIME tree (RFC 2045).
 *
 * @param mediaType in lower case, such as text/html; what the header declares, or the RFC's default
 * @param fileName decoded, from Content-Disposition or Content-Type
 * @param charset as declared
 * @param attachment whether the disposition says so, or it has a file name
 * @param content decoded, at most as long as the reading limits allow
 * @param size decoded length in bytes as far as it was read
 */
public record Part(
        String mediaType,
        Optional<String> fileName,
        Optional<String> charset,
        boolean attachment,
        byte[] content,
        long size) {}
