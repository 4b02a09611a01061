package org.scora.matchers;

import java.util.Collection;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMatcher;
import org.scora.policy.Sensitivity;
import org.scora.setting.Setting;
import org.scora.setting.Verb;

/** All recipients of a mail whose score is this or more. */
public final class ScoreAtLeast extends GenericMatcher {
    private static final Setting<Sensitivity> CONDITION = Condition.required(
            "very cautious, cautious, normal, aggressive, very aggressive, or a score from 0 to 10",
            "3.0",
            Sensitivity::parse,
            "The score, or the name of a sensitivity.");

    /** How it stands in mailetcontainer.xml. */
    public static final Verb VERB = Verb.matcher(
            "ScoreAtLeast",
            "Holds for mail whose score is this or more: 3 says that it is a thousand times as likely unwanted as wanted.",
            CONDITION);

    private Sensitivity least = new Sensitivity(Double.POSITIVE_INFINITY);

    @Inject
    public ScoreAtLeast() {}

    @Override
    public void init() throws MessagingException {
        least = Condition.of(getMatcherConfig(), VERB).get(CONDITION);
    }

    @Override
    public Collection<MailAddress> match(Mail mail) {
        return new MailStory(mail).allIf(verdict -> verdict.score() >= least.score());
    }
}
