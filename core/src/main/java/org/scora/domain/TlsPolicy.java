package org.scora.domain;

/** How the way to a domain's own mail server is protected (RFC 3207). */
public enum TlsPolicy {
    /** TLS when the server offers it, whatever its certificate; otherwise in the clear. */
    OPPORTUNISTIC,
    /** TLS, whatever the certificate; without it mail waits. */
    REQUIRED,
    /** TLS with a valid certificate for the server's name; without it mail waits. */
    VERIFIED
}
