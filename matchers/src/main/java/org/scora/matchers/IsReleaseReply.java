package org.scora.matchers;

import java.util.Collection;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMatcher;
import org.scora.domain.ServiceAddresses;
import org.scora.setting.GatewaySettings;
import org.scora.setting.Verb;

/** The recipients that are addresses at which digests are answered. */
public final class IsReleaseReply extends GenericMatcher {
    /** How it stands in mailetcontainer.xml. */
    public static final Verb VERB = Verb.matcher(
            "IsReleaseReply",
            "Holds for mail to release+TOKEN at this gateway's host name: the addresses at which digests are answered.");

    private final ServiceAddresses gateway;

    @Inject
    public IsReleaseReply(GatewaySettings settings) {
        this.gateway = new ServiceAddresses(settings.get(GatewaySettings.HOSTNAME));
    }

    @Override
    public void init() throws MessagingException {
        Condition.of(getMatcherConfig(), VERB);
    }

    @Override
    public Collection<MailAddress> match(Mail mail) {
        return new MailStory(mail)
                .recipientsFor(recipient -> gateway.releaseToken(recipient).isPresent());
    }
}
