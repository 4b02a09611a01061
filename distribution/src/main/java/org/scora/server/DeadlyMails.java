package org.scora.server;

import java.time.Clock;
import javax.inject.Inject;
import javax.inject.Provider;
import javax.mail.MessagingException;
import org.apache.james.mailrepository.api.MailRepository;
import org.apache.james.mailrepository.api.MailRepositoryStore;
import org.apache.james.mailrepository.api.MailRepositoryUrl;
import org.apache.mailet.Mail;
import org.scora.journal.Journal;
import org.scora.journal.Outcome;
import org.scora.mailets.JournalLines;
import org.scora.mailets.MailStory;
import org.scora.server.queue.ErrorMails;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps mails that ended the process under {@code scora://errors/}, and says so in the log and in the journal. */
final class DeadlyMails implements ErrorMails {
    private static final Logger LOGGER = LoggerFactory.getLogger(DeadlyMails.class);
    private static final MailRepositoryUrl ERRORS = MailRepositoryUrl.from("scora://errors/");

    private static final String STORY =
            "the gateway ended twice in the middle of its work on this mail and no other; it is not tried again";

    // The queue is made before there are repositories.
    private final Provider<MailRepositoryStore> repositories;
    private final Journal journal;
    private final Clock clock;

    @Inject
    DeadlyMails(Provider<MailRepositoryStore> repositories, Journal journal, Clock clock) {
        this.repositories = repositories;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public void keep(Mail mail) throws MessagingException {
        mail.setState(Mail.ERROR);
        mail.setErrorMessage(STORY);
        repository().store(mail);
        LOGGER.error("mail {} is kept in {}: {}", mail.getName(), ERRORS.asString(), STORY);
        note(mail);
    }

    private MailRepository repository() throws MessagingException {
        try {
            return repositories.get().select(ERRORS);
        } catch (MailRepositoryStore.MailRepositoryStoreException e) {
            throw new MessagingException("there is no repository " + ERRORS.asString(), e);
        }
    }

    private void note(Mail mail) {
        try {
            journal.record(JournalLines.of(MailStory.of(mail), Outcome.FAILED, clock));
        } catch (RuntimeException e) {
            LOGGER.warn("the journal has no note of mail {}", mail.getName(), e);
        }
    }
}
