package org.scora.policy;

import java.util.List;
import java.util.Optional;
import org.scora.domain.Recipients;
import org.scora.message.Addresses;
import org.scora.score.Category;

/**
 * Which lists count for a recipient: those of the domain, and those of the mailbox to which the address leads, where the
 * domain lets users have some. Thread-safe.
 */
public final class RecipientLists {
    private final SenderLists lists;
    private final Recipients recipients;

    public RecipientLists(SenderLists lists, Recipients recipients) {
        this.lists = lists;
        this.recipients = recipients;
    }

    List<ListEntry> ofDomain(String domain) {
        return lists.of(domain);
    }

    List<ListEntry> own(String recipient) {
        Optional<String> owner = recipients
                .value(recipient, QuarantineSettings.USERS_MAY_ALLOW_SENDERS)
                .filter(may -> may)
                .flatMap(may -> recipients.ownerOf(recipient));
        return owner.map(mailbox -> lists.ofUser(Addresses.domainOf(recipient).orElse(""), mailbox))
                .orElse(List.of());
    }

    /** A user lets through by a list what he could release: by a list, nobody gets what is not his to release. */
    boolean covers(ListEntry allow, Category category) {
        return category != Category.VIRUS
                && allow.mailbox()
                        .map(mailbox -> recipients
                                .value(allow.listOf(), QuarantineSettings.USERS_MAY_RELEASE)
                                .filter(categories -> categories.contains(category))
                                .isPresent())
                        .orElse(true);
    }
}
