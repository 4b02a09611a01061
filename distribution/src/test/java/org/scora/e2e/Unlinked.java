package org.scora.e2e;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;

/** Fails as a mailet does that was built for another version: always for {@code broken@}, once for {@code late@}. */
public final class Unlinked extends GenericMailet {
    private final AtomicInteger calls = new AtomicInteger();

    @Override
    public void service(Mail mail) {
        String recipient = mail.getRecipients().iterator().next().getLocalPart();
        if (recipient.equals("broken")) {
            throw new NoSuchMethodError("org.scora.Elsewhere.gone()");
        }
        if (recipient.equals("late") && calls.incrementAndGet() == 1) {
            throw new NoClassDefFoundError("org/scora/Elsewhere");
        }
    }
}
