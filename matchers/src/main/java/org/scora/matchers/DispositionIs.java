package org.scora.matchers;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMatcher;
import org.scora.policy.Decision;
import org.scora.policy.Disposition;
import org.scora.setting.Setting;
import org.scora.setting.Verb;

/** The recipients for whom one of these dispositions was decided. */
public final class DispositionIs extends GenericMatcher {
    private static final Setting<Set<Disposition>> CONDITION = Condition.severalOf(
            "one of " + String.join(", ", Disposition.words()),
            "quarantine",
            Disposition::parse,
            "The dispositions that are asked for.");

    /** How it stands in mailetcontainer.xml. */
    public static final Verb VERB = Verb.matcher(
            "DispositionIs",
            "Holds for the recipients for whom Decide chose one of these dispositions; the mail is split if it chose"
                    + " another for the rest.",
            CONDITION);

    private Set<Disposition> dispositions = Set.of();

    @Inject
    public DispositionIs() {}

    @Override
    public void init() throws MessagingException {
        dispositions = Condition.of(getMatcherConfig(), VERB).get(CONDITION);
    }

    @Override
    public Collection<MailAddress> match(Mail mail) {
        MailStory story = new MailStory(mail);
        Set<String> matching = story.decisions().stream()
                .filter(decision -> dispositions.contains(decision.disposition()))
                .map(Decision::recipient)
                .map(recipient -> recipient.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return story.recipientsFor(recipient -> matching.contains(recipient.toLowerCase(Locale.ROOT)));
    }
}
