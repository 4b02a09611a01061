package org.scora.e2e;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;

/**
 * Ends the process on mail to {@code deadly@}, always: the first time as soon as all mails to {@code innocent…@} are in
 * work beside it, which keep still until then.
 */
public final class Deadly extends GenericMailet {
    static final int INNOCENTS = 3;
    private static final int EXIT_CODE = 9;

    private final Semaphore innocents = new Semaphore(0);
    private final Path trace = Path.of(System.getProperty("scora.home"), "var", "died");

    @Override
    public void service(Mail mail) throws MessagingException {
        String recipient = mail.getRecipients().iterator().next().getLocalPart();
        boolean first = !Files.exists(trace);
        try {
            if (recipient.equals("deadly")) {
                innocents.acquire(first ? INNOCENTS : 0);
                Files.write(trace, new byte[0]);
                Runtime.getRuntime().halt(EXIT_CODE);
            }
            if (first && recipient.startsWith("innocent")) {
                innocents.release();
                new Semaphore(0).acquire();
            }
        } catch (Exception e) {
            throw new MessagingException("the test is over", e);
        }
    }
}
