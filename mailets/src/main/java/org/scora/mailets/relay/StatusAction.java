package org.scora.mailets.relay;

import org.apache.mailet.DsnParameters.Notify;

/** What a delivery status notification tells (RFC 3464 section 2.3.3). */
enum StatusAction {
    FAILED(
            Notify.FAILURE,
            "failed",
            "Not delivered",
            "Your message could not be delivered to the recipients below. The reason is given with each of them. No"
                    + " further attempt is made: please correct the address, or send the message again later."),
    DELAYED(
            Notify.DELAY,
            "delayed",
            "Delivery is delayed",
            "Your message has not been delivered yet to the recipients below. There is nothing that you have to do: the"
                    + " attempts go on, and you will be told if they end without success."),
    RELAYED(
            Notify.SUCCESS,
            "relayed",
            "Passed on",
            "Your message was passed on to the mail server of the recipients below. That server sends no notices of"
                    + " successful delivery, so this is the last one that you get.");

    private final Notify notify;
    private final String word;
    private final String subject;
    private final String explanation;

    StatusAction(Notify notify, String word, String subject, String explanation) {
        this.notify = notify;
        this.word = word;
        this.subject = subject;
        this.explanation = explanation;
    }

    /** Who asked for this is told. */
    Notify notification() {
        return notify;
    }

    String word() {
        return word;
    }

    String subject() {
        return subject;
    }

    String explanation() {
        return explanation;
    }

    /** RFC 3464 section 2.3.4: the class of the status has to agree with the action. */
    String status(Reply reply) {
        String sort = this == FAILED ? "5" : this == DELAYED ? "4" : "2";
        return sort + reply.enhancedCode().substring(1);
    }
}
