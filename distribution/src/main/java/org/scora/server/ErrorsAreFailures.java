package org.scora.server;

import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.mailetcontainer.api.MailProcessor;
import org.apache.james.mailetcontainer.impl.CompositeProcessorImpl;
import org.apache.mailet.Mail;

/**
 * Makes an Error in the chain a failure like any other: the spooler tries the mail again, and then puts it into its error
 * repository. By itself it only takes exceptions so; after an Error, such as the NoSuchMethodError of an extension that
 * was built for something else, the mail would stay in hand, and its thread with it, until the next start.
 */
final class ErrorsAreFailures implements MailProcessor {
    private final MailProcessor chain;

    @Inject
    ErrorsAreFailures(CompositeProcessorImpl chain) {
        this.chain = chain;
    }

    @Override
    // Whatever it is, the mail has to go somewhere; what ends the process ends it anyway.
    public void service(Mail mail) throws MessagingException {
        try {
            chain.service(mail);
        } catch (Error e) {
            throw new MessagingException(
                    "the chain failed on " + mail.getName() + ": " + e, new IllegalStateException(e));
        }
    }
}
