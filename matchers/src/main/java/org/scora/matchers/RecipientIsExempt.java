package org.scora.matchers;

import java.util.Collection;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMatcher;
import org.scora.domain.Recipients;
import org.scora.setting.Verb;

/** The recipients whose mail is not filtered. */
public final class RecipientIsExempt extends GenericMatcher {
    /** How it stands in mailetcontainer.xml. */
    public static final Verb VERB =
            Verb.matcher("RecipientIsExempt", "Holds for the recipients whose mail is relayed unfiltered.");

    private final Recipients recipients;

    @Inject
    public RecipientIsExempt(Recipients recipients) {
        this.recipients = recipients;
    }

    @Override
    public void init() throws MessagingException {
        Condition.of(getMatcherConfig(), VERB);
    }

    /** Fails when the exemptions can not be read; the mail is tried again then. */
    @Override
    public Collection<MailAddress> match(Mail mail) {
        return new MailStory(mail).recipientsFor(recipients::isExempt);
    }
}
