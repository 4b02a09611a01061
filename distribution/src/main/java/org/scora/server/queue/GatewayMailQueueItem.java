package org.scora.server.queue;

import javax.jms.JMSException;
import org.apache.james.queue.api.MailQueue.MailQueueException;
import org.apache.james.queue.api.MailQueue.MailQueueItem;
import org.apache.mailet.Mail;

/** A mail that was taken out, and is still in the queue until it is done. */
final class GatewayMailQueueItem implements MailQueueItem {
    private final Mail mail;
    private final Receiver receiver;
    private final Runnable giveBack;
    private final Again again;
    private final Runnable leave;

    /** Puts the mail into the queue once more. */
    interface Again {
        void send() throws JMSException;
    }

    GatewayMailQueueItem(Mail mail, Receiver receiver, Runnable giveBack, Again again, Runnable leave) {
        this.mail = mail;
        this.receiver = receiver;
        this.giveBack = giveBack;
        this.again = again;
        this.leave = leave;
    }

    @Override
    public Mail getMail() {
        return mail;
    }

    @Override
    public void done(CompletionStatus status) throws MailQueueException {
        try {
            if (status != CompletionStatus.SUCCESS) {
                again.send();
            }
            receiver.commit();
            giveBack.run();
        } catch (JMSException e) {
            receiver.close();
            throw new MailQueueException("Unable to take " + mail.getName() + " out of the queue", e);
        } finally {
            leave.run();
        }
    }
}
