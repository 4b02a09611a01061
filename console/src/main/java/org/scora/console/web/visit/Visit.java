package org.scora.console.web.visit;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.scora.people.Actor;
import org.scora.people.Role;
import org.scora.policy.Network;

/**
 * A request.
 *
 * @param posts whether it wants to change something; all others only look
 * @param path decoded
 * @param fields of the query, or of the form that was sent
 * @param visitor who asks
 * @param client from where
 * @param foreign whether a page of another site sent it
 * @param ahead whether a browser fetched it before anybody asked (Sec-Purpose: prefetch)
 */
public record Visit(
        boolean posts,
        String path,
        Map<String, String> fields,
        Visitor visitor,
        InetAddress client,
        boolean foreign,
        boolean ahead) {

    public Visit {
        fields = Map.copyOf(fields);
    }

    /** A field, stripped; empty when it is missing or blank. */
    public Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** The neighbors that count as one with the client. */
    public Network network() {
        return Network.around(client);
    }

    /** The owner of a mailbox who acts by a link that was sent to it. */
    public Actor byLink(String owner) {
        return new Actor(Role.USER, owner, "link from " + client.getHostAddress());
    }

    /** The owner of a mailbox who is logged in. */
    public Actor byPage(String owner) {
        return new Actor(Role.USER, owner, "page from " + client.getHostAddress());
    }

    /** Whether the form was made for this visitor and this purpose, and by a page of ours. */
    public boolean isGenuine(String purpose) {
        return !foreign && made(purpose).isPresent();
    }

    private Optional<Instant> made(String purpose) {
        return visitor.made(purpose, fields.getOrDefault(Visitor.FIELD, ""));
    }

    /** How long the visitor looked at a page that was made for this purpose before sending its form. */
    Duration looked(String purpose) {
        return made(purpose).map(shown -> Duration.between(shown, visitor.at())).orElse(Duration.ZERO);
    }
}
