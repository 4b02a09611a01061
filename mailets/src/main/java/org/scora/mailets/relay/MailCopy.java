package org.scora.mailets.relay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Mail;
import org.scora.mailets.MailSource;

/** Makes a mail for some recipients of another one. James' own copies write the headers anew and damage 8-bit bytes. */
final class MailCopy {
    private MailCopy() {}

    /** One mail for each domain of the recipients; none when there is only one domain. The caller disposes of them. */
    static List<MailImpl> byDomain(Mail mail) throws MessagingException {
        Map<String, List<MailAddress>> domains = mail.getRecipients().stream()
                .collect(Collectors.groupingBy(
                        recipient -> recipient.getDomain().asString(), LinkedHashMap::new, Collectors.toList()));
        List<MailImpl> parts = new ArrayList<>();
        if (domains.size() > 1) {
            byte[] source = MailSource.bytes(mail);
            for (Map.Entry<String, List<MailAddress>> domain : domains.entrySet()) {
                parts.add(of(mail, mail.getName() + "-to-" + domain.getKey(), domain.getValue(), source));
            }
        }
        return parts;
    }

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
