package org.scora.report.digest;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scora.people.Link;
import org.scora.people.Link.Kind;
import org.scora.people.LinkAddress;
import org.scora.quarantine.HeldMessage;

/** The links of one digest. */
final class DigestLinks {
    /** What a decoy is said to be about. No message has this key. */
    static final String DECOY = "decoy";

    private static final Duration SHORTEST = Duration.ofDays(1);
    private static final Duration FOR_ANSWERS = Duration.ofDays(30);
    private static final Duration FOR_ENDING = Duration.ofDays(365);
    private static final List<Kind> OF_MESSAGES = List.of(Kind.RELEASE, Kind.SHOW, Kind.DELETE);

    private final Map<Place, String> tokens = new HashMap<>();
    private final LinkAddress addresses;

    private record Place(Kind kind, String about) {}

    /** Makes the tokens of links, in their order. */
    interface Issuer {
        List<String> issueAll(List<Link> links);
    }

    private DigestLinks(LinkAddress addresses) {
        this.addresses = addresses;
    }

    /** @param keptUntil when each message goes by itself, by its key; its links end then */
    static DigestLinks issue(
            String owner,
            Instant now,
            List<HeldMessage> messages,
            Map<String, Instant> keptUntil,
            Issuer issuer,
            LinkAddress addresses) {
        List<Link> links = new ArrayList<>();
        for (HeldMessage message : messages) {
            Instant expires = Optional.ofNullable(keptUntil.get(message.key()))
                    .filter(end -> end.isAfter(now.plus(SHORTEST)))
                    .orElse(now.plus(SHORTEST));
            OF_MESSAGES.forEach(kind -> links.add(new Link(kind, owner, message.key(), expires)));
        }
        links.add(new Link(Kind.REPLY, owner, "", now.plus(FOR_ANSWERS)));
        links.add(new Link(Kind.DIGEST_OFF, owner, "", now.plus(FOR_ENDING)));
        links.add(new Link(Kind.SHOW, owner, DECOY, now.plus(FOR_ANSWERS)));
        DigestLinks issued = new DigestLinks(addresses);
        List<String> tokens = issuer.issueAll(links);
        for (int i = 0; i < links.size(); i++) {
            Link link = links.get(i);
            issued.tokens.put(new Place(link.kind(), link.about()), tokens.get(i));
        }
        return issued;
    }

    private String token(Kind kind, String about) {
        return Optional.ofNullable(tokens.get(new Place(kind, about))).orElseThrow();
    }

    String to(Kind kind, HeldMessage message) {
        return addresses.of(token(kind, message.key())).toString();
    }

    URI off() {
        return addresses.of(token(Kind.DIGEST_OFF, ""));
    }

    String decoy() {
        return addresses.of(token(Kind.SHOW, DECOY)).toString();
    }

    String replyToken() {
        return token(Kind.REPLY, "");
    }

    String login() {
        return addresses.login().toString();
    }
}
