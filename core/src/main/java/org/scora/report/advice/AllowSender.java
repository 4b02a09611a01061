package org.scora.report.advice;

import java.util.List;
import java.util.Optional;
import org.scora.message.Addresses;
import org.scora.policy.ListEntry;
import org.scora.policy.SenderLists;
import org.scora.report.contents.Contents;
import org.scora.report.contents.ReleasedSender;

/** Who was released again and again should be on the allowlist; only senders who prove who they are. */
final class AllowSender implements Adviser {
    static final int OFTEN = 3;

    private final SenderLists lists;

    AllowSender(SenderLists lists) {
        this.lists = lists;
    }

    @Override
    public Optional<Advice> advise(Contents contents) {
        return contents.domain()
                .flatMap(domain -> contents.tables().releasedSenders().stream()
                        .filter(sender -> sender.times() >= OFTEN && sender.proven())
                        .filter(sender -> PlainNames.isPlain(sender.sender()))
                        .filter(sender -> !isAllowed(domain, sender))
                        .findFirst()
                        .map(sender -> new Advice(
                                "allow-sender",
                                List.of(sender.sender(), sender.times()),
                                Optional.of("scora list allow add --domain=" + domain + " " + sender.sender()))));
    }

    private boolean isAllowed(String domain, ReleasedSender sender) {
        String ofSender = Addresses.domainOf(sender.sender()).orElse("");
        return lists.of(domain).stream()
                .filter(entry -> entry.kind() == ListEntry.Kind.ALLOW)
                .map(ListEntry::pattern)
                .anyMatch(pattern -> pattern.equals(sender.sender())
                        || pattern.equals(ofSender)
                        || ofSender.endsWith("." + pattern));
    }
}
