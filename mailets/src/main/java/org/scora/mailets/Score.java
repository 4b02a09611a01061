package org.scora.mailets;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.scora.check.Scorer;
import org.scora.message.Authentication;
import org.scora.message.IncomingMessage;
import org.scora.message.Summary;
import org.scora.score.Category;
import org.scora.score.UnknownCheck;
import org.scora.score.Verdict;
import org.scora.setting.Verb;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scores a mail once, whatever the number of its recipients, and leaves the verdict as an attribute. A mail that can not be
 * read or scored goes on with a verdict that says so and weighs nothing. Fails only without an answer that the operator
 * requires: then the chain's error processor puts the mail back into the queue.
 */
public final class Score extends GenericMailet {
    /** How it stands in mailetcontainer.xml. */
    public static final Verb VERB = Verb.mailet(
            "Score",
            "Asks all checks about the mail and leaves the verdict for the questions and actions behind it."
                    + " A mail that has a verdict keeps it.");

    private static final Logger LOGGER = LoggerFactory.getLogger(Score.class);

    private final Scorer scorer;
    private final Clock clock;

    @Inject
    public Score(Scorer scorer, Clock clock) {
        this.scorer = scorer;
        this.clock = clock;
    }

    @Override
    public void init() throws MessagingException {
        Parameters.of(getMailetConfig(), VERB);
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        MailStory story = MailStory.of(mail);
        story.begin(clock);
        if (story.verdict().isEmpty()) {
            Instant begun = clock.instant();
            Verdict verdict = verdictOn(mail, story);
            story.setScoredIn(Duration.between(begun, clock.instant()));
            waitForRequired(verdict, story);
            story.setVerdict(verdict);
            LOGGER.info(
                    "{} scored {} from {} for {}",
                    story.receipt(),
                    Math.round(verdict.score() * 100) / 100.0,
                    story.sender().orElse("<>"),
                    story.recipients());
        }
    }

    private void waitForRequired(Verdict verdict, MailStory story) throws MessagingException {
        List<UnknownCheck> missing = scorer.missing(verdict);
        if (!missing.isEmpty()) {
            throw new MessagingException(story.receipt() + " has to wait: no answer of " + missing);
        }
    }

    // An Error thrown out of a mailet ends the spooler's thread, and the mail would not be tried again.
    private Verdict verdictOn(Mail mail, MailStory story) {
        try {
            byte[] source = MailSource.bytes(mail);
            MailSource.replace(mail, source);
            IncomingMessage message = IncomingMessage.read(new ByteArrayInputStream(source), story.envelope());
            story.setSummary(Summary.of(message));
            return scorer.score(message);
        } catch (MessagingException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            LOGGER.warn("{} could not be scored and goes on unscored", story.receipt(), e);
            return unscored(e);
        }
    }

    private static Verdict unscored(Throwable cause) {
        return new Verdict(
                0,
                Category.SPAM,
                List.of(),
                List.of(new UnknownCheck("score", "the message could not be scored: " + cause)),
                Authentication.none());
    }
}
