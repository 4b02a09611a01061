package org.scora.report.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scora.domain.Aliases;
import org.scora.domain.EffectiveSettings;
import org.scora.domain.ProtectedDomains;
import org.scora.domain.Recipients;
import org.scora.message.Addresses;
import org.scora.message.Authentication;
import org.scora.message.Outbox;
import org.scora.people.Actor;
import org.scora.people.Link;
import org.scora.people.Links;
import org.scora.people.Role;
import org.scora.report.Wordings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Releases messages whose receipts stand in an answer to a digest. Who answers has to be the reader of the mailbox's
 * digests, and SPF or DKIM has to prove his domain; knowing the address at which digests are answered is not enough. A
 * stranger gets no answer.
 */
public final class ReleaseReplies {
    private static final Logger LOGGER = LoggerFactory.getLogger(ReleaseReplies.class);
    private static final int MOST_RECEIPTS = 20;

    private final Links links;
    private final DigestReader.Finder readers;
    private final Recipients recipients;
    private final ReplyActions actions;
    private final AnswerMails answers;
    private final Outbox outbox;

    public ReleaseReplies(
            Links links,
            ProtectedDomains domains,
            Aliases aliases,
            EffectiveSettings settings,
            Wordings wordings,
            Recipients recipients,
            ReplyActions actions,
            AnswerMails answers,
            Outbox outbox) {
        this.links = links;
        this.readers = new DigestReader.Finder(domains, aliases, settings, wordings);
        this.recipients = recipients;
        this.actions = actions;
        this.answers = answers;
        this.outbox = outbox;
    }

    /**
     * A mail to the address at which digests are answered.
     *
     * @param token in that address
     * @param from the addresses in From
     * @param text what a reader sees of it
     * @param receipt the receipt of the answer itself
     */
    public record Reply(
            String token,
            List<String> from,
            String subject,
            String text,
            Authentication authentication,
            String receipt,
            Optional<String> messageId) {
        public Reply {
            from = List.copyOf(from);
        }
    }

    /** Does what is asked for, and answers. A mail that a program wrote by itself must not come here. */
    public void take(Reply reply) {
        Optional<Link> link = links.find(reply.token()) instanceof Links.Found.Valid valid
                        && valid.link().kind() == Link.Kind.REPLY
                ? Optional.of(valid.link())
                : Optional.empty();
        Optional<DigestReader> reader = link.map(Link::owner).flatMap(readers::of);
        if (reader.isEmpty()
                || reply.from().size() != 1
                || !reads(reader.get(), reply.from().get(0))) {
            LOGGER.info("{} answers a digest that is not the writer's, or whose time is over", reply.receipt());
            return;
        }
        take(reply, reader.get(), reply.from().get(0));
    }

    private void take(Reply reply, DigestReader reader, String writer) {
        boolean proven = Addresses.domainOf(writer)
                .filter(reply.authentication()::proves)
                .isPresent();
        if (!proven) {
            LOGGER.warn("{} answers a digest of {} without proof of its writer", reply.receipt(), reader.owner());
            outbox.send(answers.unproven(reply, reader));
            return;
        }
        List<String> asked = ReplyText.receipts(reply.subject(), reply.text());
        List<String> sentences = new ArrayList<>();
        Actor actor = actor(reader, writer, reply.receipt());
        asked.stream().limit(MOST_RECEIPTS).forEach(receipt -> sentences.add(actions.release(receipt, reader, actor)));
        if (asked.isEmpty()) {
            sentences.add(reader.words().say("answer.none"));
        } else if (asked.size() > MOST_RECEIPTS) {
            sentences.add(reader.words().say("answer.too-many", MOST_RECEIPTS));
        }
        outbox.send(answers.done(reply, reader, writer, sentences));
    }

    private static Actor actor(DigestReader reader, String writer, String receipt) {
        String origin = "answer by mail " + receipt;
        return reader.shared()
                ? new Actor(Role.DOMAIN_ADMINISTRATOR, writer, origin)
                : new Actor(Role.USER, reader.owner(), origin);
    }

    /** Whether an address is that of a reader: an administrator's for a shared mailbox, else one that leads to it. */
    private boolean reads(DigestReader reader, String writer) {
        if (reader.shared()) {
            return reader.domain().administrators().stream().anyMatch(writer::equalsIgnoreCase);
        }
        return writer.equalsIgnoreCase(reader.owner())
                || recipients
                        .ownerOf(writer)
                        .flatMap(mailbox -> Addresses.domainOf(writer).map(domain -> mailbox + "@" + domain))
                        .filter(reader.owner()::equalsIgnoreCase)
                        .isPresent();
    }
}
