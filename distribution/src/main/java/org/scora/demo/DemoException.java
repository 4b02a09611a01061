package org.scora.demo;

/** The demonstration can not go on; the message says why and what to do, for the person at the terminal. */
public final class DemoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DemoException(String message) {
        super(message);
    }

    public DemoException(String message, Throwable cause) {
        super(message, cause);
    }
}
