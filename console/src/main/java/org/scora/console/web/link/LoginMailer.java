package org.scora.console.web.link;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.scora.domain.DomainState;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.ProtectedDomains;
import org.scora.domain.Recipients;
import org.scora.message.Addresses;
import org.scora.message.Outbox;
import org.scora.people.Link;
import org.scora.people.LinkAddress;
import org.scora.people.Links;
import org.scora.quarantine.HeldCopies;
import org.scora.quarantine.HeldQuery;
import org.scora.report.SignInMails;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mails the link that lets in, to mailboxes that there are. It works aside from the request, so that its answer and the time
 * that it takes tell nobody whether there is such a mailbox.
 */
public final class LoginMailer {
    private static final Logger LOGGER = LoggerFactory.getLogger(LoginMailer.class);
    private static final Duration VALID = Duration.ofMinutes(30);

    private final ProtectedDomains domains;
    private final Recipients recipients;
    private final HeldCopies held;
    private final Links links;
    private final LinkAddress addresses;
    private final Outbox outbox;
    private final SignInMails mails;
    private final Executor aside;
    private final Clock clock;

    /** @param aside does the work; may refuse it when it has too much */
    public LoginMailer(
            ProtectedDomains domains,
            Recipients recipients,
            HeldCopies held,
            Links links,
            LinkAddress addresses,
            Outbox outbox,
            SignInMails mails,
            Executor aside,
            Clock clock) {
        this.domains = domains;
        this.recipients = recipients;
        this.held = held;
        this.links = links;
        this.addresses = addresses;
        this.outbox = outbox;
        this.mails = mails;
        this.aside = aside;
        this.clock = clock;
    }

    void mail(String address) {
        try {
            aside.execute(() -> mailNow(address));
        } catch (RejectedExecutionException e) {
            LOGGER.warn("too many ask for a link at once; one is left out", e);
        }
    }

    private void mailNow(String address) {
        try {
            ownerOf(address).ifPresent(this::send);
        } catch (UncheckedIOException | IllegalArgumentException e) {
            LOGGER.error("a link can not be mailed to {}", address, e);
        }
    }

    private Optional<String> ownerOf(String address) {
        Optional<ProtectedDomain> domain =
                Addresses.domainOf(address).flatMap(domains::find).filter(found -> found.state() == DomainState.ACTIVE);
        return domain.flatMap(found -> recipients
                .ownerOf(address)
                .filter(mailbox -> domains.hasMailbox(found.name(), mailbox) || hasMail(mailbox + "@" + found.name()))
                .map(mailbox -> mailbox + "@" + found.name()));
    }

    // Where mailboxes are not listed, whoever got mail that is held is one.
    private boolean hasMail(String owner) {
        return !held.search(
                        HeldQuery.builder().owner(Optional.of(owner)).limit(1).build())
                .isEmpty();
    }

    private void send(String owner) {
        Instant expires = clock.instant().plus(VALID);
        List<String> tokens = links.issueAll(List.of(
                new Link(Link.Kind.LOGIN, owner, "", expires), new Link(Link.Kind.SHOW, owner, Link.DECOY, expires)));
        outbox.send(mails.login(owner, addresses.of(tokens.get(0)), addresses.of(tokens.get(1))));
    }
}
