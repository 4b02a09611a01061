package org.scora.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scora.outgoing.OutgoingQueue;
import org.scora.outgoing.WaitingDomain;
import org.scora.outgoing.WaitingMail;

/** A queue in which what the test puts there waits; it notes its orders. */
public final class ListedQueue implements OutgoingQueue {
    private static final Instant TEN = Instant.parse("2026-11-24T10:00:00Z");

    private final List<WaitingMail> mails = new ArrayList<>();
    private final List<String> orders = new ArrayList<>();

    public void clear() {
        mails.clear();
        orders.clear();
    }

    public void put(String id, String receipt, String domain) {
        mails.add(new WaitingMail(
                id,
                Optional.of(receipt),
                domain,
                Optional.of("alice@partner.example"),
                List.of("bob@" + domain),
                2000,
                3,
                Optional.of(TEN),
                TEN.plusSeconds(3600),
                "mail." + domain + ": 451 4.4.1 can not be reached"));
    }

    public List<String> orders() {
        return orders;
    }

    @Override
    public List<WaitingDomain> domains() {
        return mails.stream()
                .map(mail -> new WaitingDomain(
                        mail.domain(), 1, mail.size(), mail.since(), mail.nextAttempt(), mail.lastAnswer()))
                .toList();
    }

    @Override
    public List<WaitingMail> ofDomain(String domain, int limit) {
        return mails.stream()
                .filter(mail -> mail.domain().equals(domain))
                .limit(limit)
                .toList();
    }

    @Override
    public List<WaitingMail> find(String idOrReceipt) {
        return mails.stream()
                .filter(mail -> mail.id().equals(idOrReceipt)
                        || mail.receipt().orElse("").equals(idOrReceipt))
                .toList();
    }

    @Override
    public long due() {
        return 2;
    }

    @Override
    public long retryDomain(String domain) {
        orders.add("retry " + domain);
        return ofDomain(domain, Integer.MAX_VALUE).size();
    }

    @Override
    public boolean retry(String id) {
        return orders.add("retry " + id);
    }

    @Override
    public boolean drop(String id, boolean tellSender, String reason) {
        return orders.add("drop " + id + " " + tellSender + " " + reason);
    }
}
