package org.scora.matchers;

import java.time.Clock;
import java.util.Collection;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMatcher;
import org.scora.domain.Recipients;
import org.scora.policy.RecipientLists;
import org.scora.policy.Sender;
import org.scora.policy.SenderLists;
import org.scora.policy.SenderPolicy;
import org.scora.setting.Verb;

/** The recipients who, or whose domain, have the sender on the blocklist. */
public final class SenderIsBlocked extends GenericMatcher {
    /** How it stands in mailetcontainer.xml. */
    public static final Verb VERB = Verb.matcher(
            "SenderIsBlocked", "Holds for the recipients who, or whose domain, have the sender on the blocklist.");

    private final SenderPolicy policy;

    @Inject
    public SenderIsBlocked(SenderLists lists, Recipients recipients, Clock clock) {
        this.policy = new SenderPolicy(new RecipientLists(lists, recipients), clock);
    }

    @Override
    public void init() throws MessagingException {
        Condition.of(getMatcherConfig(), VERB);
    }

    /** Fails when the lists can not be read; the mail is tried again then. */
    @Override
    public Collection<MailAddress> match(Mail mail) {
        MailStory story = new MailStory(mail);
        Sender sender = story.sender();
        return story.recipientsFor(recipient -> policy.senderIsBlocked(sender, recipient));
    }
}
