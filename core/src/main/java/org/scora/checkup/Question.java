package org.scora.checkup;

/** What the check-up asks, in this order. */
public enum Question {
    DOMAIN("The domain here"),
    MX("MX records"),
    SERVERS("Its own mail servers"),
    BYPASS("Mail from elsewhere"),
    SENDER("SPF and DMARC"),
    GATEWAY("This gateway"),
    TRANSPORT("MTA-STS and DANE"),
    WAITING("Senders that were put off");

    private final String title;

    Question(String title) {
        this.title = title;
    }

    /** A heading for people. */
    public String title() {
        return title;
    }
}
