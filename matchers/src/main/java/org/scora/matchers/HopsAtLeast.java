package org.scora.matchers;

import java.util.Collection;
import java.util.List;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMatcher;
import org.scora.setting.Setting;
import org.scora.setting.Verb;

/**
 * All recipients of a mail that so many servers passed on. James' own RelayLimit reads the whole header with no bound,
 * which a header of ten megabytes turns into hundreds.
 */
public final class HopsAtLeast extends GenericMatcher {
    // RFC 5321 section 6.3: normally at least 100
    private static final Setting<Integer> CONDITION = Setting.number(
            "condition", 100, 10, 1000, "The number of servers from which on a mail is taken to go in circles.");

    /** How it stands in mailetcontainer.xml. */
    public static final Verb VERB = Verb.matcher(
            "HopsAtLeast",
            "Holds for mail that at least so many servers passed on: it goes in circles. Place it behind Score.",
            CONDITION);

    private int least = Integer.MAX_VALUE;

    @Inject
    public HopsAtLeast() {}

    @Override
    public void init() throws MessagingException {
        least = Condition.of(getMatcherConfig(), VERB).get(CONDITION);
    }

    @Override
    public Collection<MailAddress> match(Mail mail) {
        return new MailStory(mail).summary().hops() >= least ? mail.getRecipients() : List.of();
    }
}
