package org.scora.policy;

import org.scora.domain.Refusal;
import org.scora.domain.RefusalReason;
import org.scora.score.Category;

/** How messages are refused for what they are. Codes: RFC 3463, RFC 7372 section 3. */
final class Refusals {
    static final Refusal DMARC = new Refusal(
            550,
            "5.7.26",
            "The domain in From asks to refuse mail that is not proven to be its own (DMARC), and this is not",
            RefusalReason.UNPROVEN_SENDER);
    static final Refusal SPF = new Refusal(
            550,
            "5.7.23",
            "The sender's domain does not let this server send for it (SPF), and nothing else proves it",
            RefusalReason.UNPROVEN_SENDER);

    private Refusals() {}

    static Refusal ofContent(Category category) {
        return new Refusal(550, "5.7.1", "The recipient does not take " + described(category), RefusalReason.CONTENT);
    }

    private static String described(Category category) {
        return switch (category) {
            case SPAM -> "what looks like spam, as this message does";
            case PHISHING -> "what looks like phishing, as this message does";
            case EXPLICIT -> "what looks like explicit mail, as this message does";
            case VIRUS -> "files that may do harm, and this message has one";
        };
    }
}
