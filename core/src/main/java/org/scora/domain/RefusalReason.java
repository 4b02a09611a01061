package org.scora.domain;

/** Why mail is refused or put off before it is taken: what refusals are counted by. */
public enum RefusalReason {
    RELAY_DENIED("for a domain that is not protected here"),
    DOMAIN_NOT_ACTIVE("for a domain that is not active", true),
    UNKNOWN_MAILBOX("to an unknown mailbox"),
    SERVER_SILENT("to a mailbox that the domain's server did not confirm", true),
    NOT_NOW("while the gateway could not take mail", true),
    DNS_LIST("from a server on a block list"),
    NO_SENDER_DOMAIN("from a sender's domain that does not exist"),
    NULL_MX("from a sender's domain that takes no mail"),
    SENDER_DNS("from a sender's domain that the DNS did not tell of", true),
    FORGED_HELO("from a server under a name that is not its own"),
    EARLY_TALKER("from a client that did not wait for the greeting"),
    HARVEST("from a network that tried out addresses", true),
    RATE("from a client that was too fast", true),
    TOO_LARGE("too large"),
    GREYLISTED("from a stranger who was asked to come again", true),
    UNPROVEN_SENDER("in the name of a domain that did not send it"),
    CONTENT("that its recipients refuse for what it is"),
    MALFORMED("not according to the standards"),
    OTHER("for another reason");

    private final String words;
    private final boolean passing;

    RefusalReason(String words) {
        this(words, false);
    }

    RefusalReason(String words, boolean passing) {
        this.words = words;
        this.passing = passing;
    }

    /** Whether it is about the moment: the sender keeps such mail and tries again. */
    public boolean passing() {
        return passing;
    }

    /** What such mail is, to stand behind a number: "12 to an unknown mailbox". */
    public String words() {
        return words;
    }
}
