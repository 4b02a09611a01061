package org.scora.server.queue;

import javax.mail.MessagingException;
import org.apache.mailet.Mail;

/** Where mail goes that is not worked on any more. */
public interface ErrorMails {
    /**
     * Keeps a mail for the operator that ends the process when it is worked on.
     *
     * @throws MessagingException when it can not be kept now; it stays in the queue then
     */
    void keep(Mail mail) throws MessagingException;
}
