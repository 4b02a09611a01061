package org.scora.check.header;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.check.known.KnownHosts;
import org.scora.dns.PublicSuffixes;
import org.scora.message.Addresses;
import org.scora.message.IncomingMessage;
import org.scora.message.Mailbox;

/** Would an answer go to another organization than the one that seems to have written? Usual on mailing lists only. */
public final class ReplyToElsewhere implements Check {
    static final String ELSEWHERE = "REPLY_TO_ELSEWHERE";
    static final String FREE_MAILBOX = "REPLY_TO_FREE_MAILBOX";

    private final PublicSuffixes suffixes;
    private final KnownHosts hosts;

    public ReplyToElsewhere(PublicSuffixes suffixes, KnownHosts hosts) {
        this.suffixes = suffixes;
        this.hosts = hosts;
    }

    @Override
    public String name() {
        return "reply-to-elsewhere";
    }

    @Override
    public List<String> findings() {
        return List.of(ELSEWHERE, FREE_MAILBOX);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        if (message.replyTo().isEmpty()) {
            return CheckResult.notFound();
        }
        Set<String> senders = organizations(message.from());
        Set<String> repliesTo = organizations(message.replyTo());
        Optional<String> elsewhere =
                repliesTo.stream().filter(domain -> !senders.contains(domain)).findFirst();
        if (senders.isEmpty() || elsewhere.isEmpty() || BulkMarkers.isList(message)) {
            return CheckResult.notFound();
        }
        String evidence = "from " + String.join(", ", senders) + ", but answers go to " + elsewhere.get();
        return CheckResult.found(isFreeMailbox(elsewhere.get()) ? FREE_MAILBOX : ELSEWHERE, evidence);
    }

    private boolean isFreeMailbox(String domain) {
        return hosts.entry(KnownHosts.Kind.FREE_MAIL, domain).isPresent();
    }

    private Set<String> organizations(List<Mailbox> mailboxes) {
        return mailboxes.stream()
                .flatMap(mailbox -> Addresses.domainOf(mailbox.address()).stream())
                .map(suffixes::organizationalDomain)
                .collect(Collectors.toSet());
    }
}
