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

/** The recipients who, or whose domain, have the sender on the allowlist. */
public final class SenderIsAllowed extends GenericMatcher {
    /** How it stands in mailetcontainer.xml. */
    public static final Verb VERB = Verb.matcher(
            "SenderIsAllowed",
            "Holds for the recipients who, or whose domain, have the sender on the allowlist. Place it behind Score: an"
                    + " entry counts for senders who proved who they are, unless it says otherwise.");

    private final SenderPolicy policy;

    @Inject
    public SenderIsAllowed(SenderLists lists, Recipients recipients, Clock clock) {
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
        return story.recipientsFor(recipient -> policy.senderIsAllowed(sender, recipient));
    }
}
