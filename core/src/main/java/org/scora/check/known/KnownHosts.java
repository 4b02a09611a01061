package org.scora.check.known;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Hosts that serve anyone, by what they offer. They are honest; a link to them says nothing of who is behind it. */
public final class KnownHosts {

    /** What a host offers to anyone. */
    public enum Kind {
        /** Short links that lead elsewhere. */
        SHORTENER,
        /** Pages that one makes within minutes, without paying, and under the host's own name. */
        FREE_PAGE,
        /** Forms that collect what people type in. */
        FORM,
        /** A path to a computer anywhere, or a file system without an owner. */
        TUNNEL,
        /** Mailboxes for anyone. */
        FREE_MAIL,
        /** Pictures that anyone puts there, or takes from there. */
        PICTURE,
        /** Not hosts but endings of domains that cost next to nothing, so that one is thrown away after a day. */
        CHEAP
    }

    private final Map<Kind, Map<String, String>> hosts = new EnumMap<>(Kind.class);

    private KnownHosts() {}

    public static KnownHosts shipped() {
        KnownHosts known = new KnownHosts();
        for (List<String> row : DataFile.rows(KnownHosts.class, "hosts.tsv", 2)) {
            Kind kind = Kind.valueOf(row.get(0).toUpperCase(Locale.ROOT).replace('-', '_'));
            Map<String, String> ofKind = known.hosts.computeIfAbsent(kind, none -> new HashMap<>());
            DataFile.items(row.get(1)).forEach(host -> ofKind.put(host, host));
        }
        return known;
    }

    /** The entry under which a host is known, itself or one above it; empty when it is not of this kind. */
    public Optional<String> entry(Kind kind, String host) {
        Map<String, String> ofKind = hosts.getOrDefault(kind, Map.of());
        for (int from = 0; from >= 0; from = host.indexOf('.', from) + 1) {
            String entry = ofKind.get(host.substring(from));
            if (entry != null) {
                return Optional.of(entry);
            }
            if (host.indexOf('.', from) < 0) {
                break;
            }
        }
        return Optional.empty();
    }
}
