package org.scora.mailets.relay;

import java.time.Clock;
import javax.inject.Inject;
import org.apache.james.core.MailAddress;
import org.apache.mailet.Mail;
import org.scora.domain.ProtectedDomains;
import org.scora.mailets.MailStory;
import org.scora.trust.Delivered;
import org.scora.trust.KnownCorrespondents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes of mail that was delivered who has to do with whom. Mail that was not scored tells nothing. */
public final class NotedContacts {
    private static final Logger LOGGER = LoggerFactory.getLogger(NotedContacts.class);

    private final KnownCorrespondents known;
    private final ProtectedDomains domains;
    private final Clock clock;

    @Inject
    public NotedContacts(KnownCorrespondents known, ProtectedDomains domains, Clock clock) {
        this.known = known;
        this.domains = domains;
        this.clock = clock;
    }

    /** Writes what was noted and not yet written, before everything stops. */
    void write() {
        known.write();
    }

    /** Only a note: it never fails. */
    void delivered(Mail mail, MailAddress recipient) {
        try {
            MailStory story = MailStory.of(mail);
            story.verdict()
                    .map(verdict -> new Delivered(
                            story.clientAddress(),
                            story.sender(),
                            story.summary().from(),
                            verdict,
                            recipient.asString()))
                    .ifPresent(delivered -> known.note(
                            delivered.contacts(domain -> domains.find(domain).isPresent(), clock.instant())));
        } catch (RuntimeException e) {
            LOGGER.warn("of mail {} it is not noted who wrote to whom", mail.getName(), e);
        }
    }
}
