package org.scora.feedback;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.scora.domain.ServiceAddresses;
import org.scora.feedback.Feedback.Answered;
import org.scora.feedback.Feedback.Result;
import org.scora.message.OutgoingMail;
import org.scora.report.AutomaticMail;
import org.scora.report.Harmless;

/** Says to people what was done with what they said, in plain text in which what a stranger wrote is no link. */
public final class FeedbackAnswers {
    private static final int LONGEST_SUBJECT = 120;

    private final AutomaticMail mail;
    private final ServiceAddresses gateway;
    private final Clock clock;

    public FeedbackAnswers(ServiceAddresses gateway, Clock clock) {
        this.mail = new AutomaticMail(gateway.hostname());
        this.gateway = gateway;
        this.clock = clock;
    }

    /**
     * The answer to one mail.
     *
     * @param receipt of the mail that is answered
     * @param messageId of that mail, so that the answer stands below it
     */
    public OutgoingMail to(String reporter, String receipt, Optional<String> messageId, Result result) {
        String id = "feedback-" + receipt;
        String subject = result.unwanted() ? "Your report of unwanted mail" : "Your report of wanted mail";
        return mail.write(id, List.of(reporter), subject, clock.instant(), message -> {
            AutomaticMail.setPlainText(message, text(result));
            AutomaticMail.setAnswer(message, messageId);
        });
    }

    private String text(Result result) {
        if (result.messages().isEmpty()) {
            return "Your mail has no other message attached, and names no receipt of one, so nothing could be learned.\n\n"
                    + "Please forward the message itself as an attachment ('Forward as attachment' in most mail programs)"
                    + " to " + (result.unwanted() ? gateway.spam() : gateway.notSpam())
                    + ". A message that is forwarded as text has lost what tells it from others.\n";
        }
        StringBuilder text = new StringBuilder("You told us that this mail is ")
                .append(word(result.unwanted()))
                .append(". This is what was done:\n");
        result.messages().forEach(message -> append(text, message, result.unwanted()));
        return text.toString();
    }

    private static void append(StringBuilder text, Answered message, boolean unwanted) {
        String subject = Harmless.text(message.subject(), LONGEST_SUBJECT);
        text.append("\n  ").append(subject.isBlank() ? "(without a subject)" : subject);
        message.receipt()
                .ifPresent(receipt -> text.append("  (").append(receipt).append(')'));
        text.append("\n    ").append(sentence(message.outcome(), unwanted)).append('\n');
    }

    private static String sentence(Feedback.Outcome outcome, boolean unwanted) {
        return switch (outcome) {
            case LEARNED ->
                "The filter learned that it is " + word(unwanted) + ", and takes it into account from now on.";
            case KNOWN -> "The filter knew before that it is " + word(unwanted) + ".";
            case TOO_MUCH ->
                "It is noted. You told us so much that the filter does not follow you alone; others have to say so too.";
            case NOT_YOURS ->
                "Nothing: this gateway does not know the message as one that came to you. It takes the message itself,"
                        + " forwarded as an attachment by one who got it.";
            case NO_TEXT ->
                "Nothing: its text is neither attached nor kept here. Please forward the message as an attachment.";
            case VIRUS -> "Nothing: a virus was found in it. Ask your administrators if you think that this is wrong.";
        };
    }

    private static String word(boolean unwanted) {
        return unwanted ? "unwanted" : "wanted";
    }
}
