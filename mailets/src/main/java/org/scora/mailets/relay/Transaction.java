package org.scora.mailets.relay;

import java.util.List;
import java.util.Optional;
import org.apache.james.core.MailAddress;
import org.apache.james.core.MaybeSender;
import org.apache.mailet.DsnParameters;

/**
 * What one mail transaction carries (RFC 5321 section 3.3).
 *
 * @param name the server's name of the mail, for logs
 * @param receipt by which people know it
 * @param source the message as it goes out; not to be changed
 * @param dsn of what the sender wants to be told (RFC 3461)
 */
record Transaction(
        String name,
        Optional<String> receipt,
        MaybeSender sender,
        List<MailAddress> recipients,
        byte[] source,
        Optional<DsnParameters> dsn) {

    Transaction {
        recipients = List.copyOf(recipients);
    }

    Transaction to(List<MailAddress> someRecipients) {
        return new Transaction(name, receipt, sender, someRecipients, source, dsn);
    }

    Transaction with(byte[] otherSource) {
        return new Transaction(name, receipt, sender, recipients, otherSource, dsn);
    }

    boolean hasEightBitBytes() {
        for (byte octet : source) {
            if (octet < 0) {
                return true;
            }
        }
        return false;
    }
}
