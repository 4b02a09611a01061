package org.scora.mailets.relay;

import javax.mail.MessagingException;

/** There is no connection as protected as the route's TLS policy asks for. */
final class TlsException extends MessagingException {
    private static final long serialVersionUID = 1;

    /** RFC 3463 section 3.8. */
    private final String enhancedCode;

    private TlsException(String enhancedCode, String message) {
        super(message);
        this.enhancedCode = enhancedCode;
    }

    static TlsException notOffered() {
        return new TlsException("4.7.4", "offers no STARTTLS, which the route's TLS policy asks for");
    }

    static TlsException failed(MessagingException failure) {
        Throwable reason = failure;
        while (reason.getCause() != null && reason.getCause() != reason) {
            reason = reason.getCause();
        }
        return new TlsException(
                "4.7.5", "fails at STARTTLS, which the route's TLS policy asks for: " + reason.getMessage());
    }

    String enhancedCode() {
        return enhancedCode;
    }
}
