package org.scora.mailets;

import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.scora.journal.Journal;
import org.scora.journal.Outcome;
import org.scora.setting.Setting;
import org.scora.setting.Verb;

/** Writes a line in the journal for each recipient. Writing it again changes nothing. */
public final class RecordOutcome extends GenericMailet {
    private static final Setting<Outcome> OUTCOME = Setting.required(
            "outcome",
            "one of " + words(),
            "queued",
            RecordOutcome::parse,
            "What happens to the mail for the recipients that it has here.");

    /** How it stands in mailetcontainer.xml. */
    public static final Verb VERB = Verb.mailet(
            "RecordOutcome",
            "Writes into the journal what happens to the mail, for each of its recipients."
                    + " Place it before the action, so that nothing happens unrecorded.",
            OUTCOME);

    private final Journal journal;
    private final Clock clock;
    private Outcome outcome = Outcome.FAILED;

    @Inject
    public RecordOutcome(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public void init() throws MessagingException {
        outcome = Parameters.of(getMailetConfig(), VERB).get(OUTCOME);
    }

    @Override
    public void service(Mail mail) {
        MailStory story = MailStory.of(mail);
        story.begin(clock);
        journal.record(JournalLines.of(story, outcome, clock));
    }

    private static Outcome parse(String text) {
        return ofTakenMail()
                .filter(outcome -> outcome.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such outcome"));
    }

    private static String words() {
        return ofTakenMail()
                .map(outcome -> outcome.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static Stream<Outcome> ofTakenMail() {
        return Arrays.stream(Outcome.values()).filter(outcome -> outcome != Outcome.REFUSED);
    }
}
