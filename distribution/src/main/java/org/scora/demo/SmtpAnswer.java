package org.scora.demo;

/**
 * An SMTP server's answer (RFC 5321 section 4.2).
 *
 * @param code three digits
 * @param text the last line, without the code
 */
public record SmtpAnswer(int code, String text) {

    /** Whether the server has taken over what it was told. */
    public boolean positive() {
        return code < 400;
    }

    @Override
    public String toString() {
        return code + " " + text;
    }
}
