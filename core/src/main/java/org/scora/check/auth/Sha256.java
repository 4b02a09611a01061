package org.scora.check.auth;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The one hash that DKIM still uses (RFC 8301 section 3.1). */
final class Sha256 {
    private Sha256() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
