package org.scora.mailets.relay;

import java.util.List;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Mail;
import org.scora.mailets.MailSource;

/** Makes a mail for some recipients of another one. James' own copies write the headers anew and damage 8-bit bytes. */
final class MailCopy {
    private MailCopy() {}

    /** The caller disposes of it. */
    static MailImpl of(Mail mail, String name, List<MailAddress> recipients, byte[] source) throws MessagingException {
        MailImpl copy = MailImpl.builder()
                .name(name)
                .sender(mail.getMaybeSender())
                .addRecipients(recipients)
                .state(mail.getState())
                .remoteHost(mail.getRemoteHost())
                .remoteAddr(mail.getRemoteAddr())
                .lastUpdated(mail.getLastUpdated())
                .errorMessage(mail.getErrorMessage())
                .addAttributes(mail.attributes().toList())
                .addAllHeadersForRecipients(mail.getPerRecipientSpecificHeaders())
                .build();
        MailSource.replace(copy, source);
        return copy;
    }
}
