package org.scora.domain;

/**
 * An SMTP answer that refuses (RFC 5321 section 4.2, RFC 3463).
 *
 * @param code three digits, 4xx to put off and 5xx to refuse for good
 * @param enhancedCode such as 5.7.1
 * @param text one sentence for the person who reads it in a bounce, without a full stop
 * @param reason what it is counted by
 */
public record Refusal(int code, String enhancedCode, String text, RefusalReason reason) {

    /** A refusal that is counted with all the others that have no reason of their own. */
    public Refusal(int code, String enhancedCode, String text) {
        this(code, enhancedCode, text, RefusalReason.OTHER);
    }

    public static Refusal relayDenied() {
        return new Refusal(550, "5.7.1", "This server does not take mail for that domain", RefusalReason.RELAY_DENIED);
    }

    public static Refusal domainNotActive(String domain) {
        return new Refusal(
                451,
                "4.3.0",
                "Mail for " + domain + " is not taken here yet, please try again later",
                RefusalReason.DOMAIN_NOT_ACTIVE);
    }

    public static Refusal unknownMailbox() {
        return new Refusal(550, "5.1.1", "There is no such mailbox", RefusalReason.UNKNOWN_MAILBOX);
    }

    /** The domain's own server was asked about the mailbox, and is down or slow. */
    public static Refusal serverDoesNotSay(String domain) {
        return new Refusal(
                451,
                "4.4.3",
                "The mail server of " + domain + " does not say now whether there is such a mailbox, please try again"
                        + " later",
                RefusalReason.SERVER_SILENT);
    }

    public static Refusal notNow() {
        return new Refusal(
                451,
                "4.3.0",
                "The server can not take mail at the moment, please try again later",
                RefusalReason.NOT_NOW);
    }

    public boolean temporary() {
        return code < 500;
    }
}
