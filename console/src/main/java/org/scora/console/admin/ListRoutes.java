package org.scora.console.admin;

import static org.scora.console.admin.AdminRequest.valid;
import static org.scora.console.admin.JsonRoute.answering;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.scora.domain.ProtectedDomains;
import org.scora.policy.ListEntry;
import org.scora.policy.SenderLists;
import spark.Service;

/** The allowlist and the blocklist of a protected domain. */
public final class ListRoutes implements Routes {
    private static final int LONGEST_NOTE = 200;
    private static final String PATTERN_REMEDY =
            "Expected an address, a domain, an IP address or a network such as 192.0.2.0/24.";

    private final SenderLists lists;
    private final KnownDomains known;
    private final Clock clock;

    @Inject
    public ListRoutes(SenderLists lists, ProtectedDomains domains, Clock clock) {
        this.lists = lists;
        this.known = new KnownDomains(domains);
        this.clock = clock;
    }

    /**
     * An entry to be set.
     *
     * @param pattern an address, a domain, an IP address or a CIDR network
     * @param evenUnauthenticated false by default; means something in allow entries only
     */
    public record ListForm(
            String pattern, Optional<Boolean> evenUnauthenticated, Optional<Instant> expires, Optional<String> note) {}

    @Override
    public String getBasePath() {
        return "/scora/domains/:domain/lists";
    }

    @Override
    public void define(Service service) {
        service.get(
                getBasePath(), answering(request -> lists.of(known.of(request).name())));
        service.get(getBasePath() + "/:kind", answering(this::ofKind));
        service.put(getBasePath() + "/:kind", answering(this::put));
        service.delete(getBasePath() + "/:kind", answering(this::delete));
    }

    private List<ListEntry> ofKind(AdminRequest request) {
        ListEntry.Kind kind = kind(request);
        return lists.of(known.of(request).name()).stream()
                .filter(entry -> entry.kind() == kind)
                .toList();
    }

    private ListEntry put(AdminRequest request) {
        ListForm form = request.body(ListForm.class);
        ListEntry entry = new ListEntry(
                kind(request),
                known.of(request).name(),
                pattern(AdminRequest.present(form.pattern(), "pattern")),
                form.evenUnauthenticated().orElse(false),
                form.expires().map(this::later),
                note(form.note().orElse("")));
        if (entry.kind() == ListEntry.Kind.BLOCK && entry.evenUnauthenticated()) {
            throw AdminProblem.badRequest(
                    "a block entry always holds for senders who prove nothing", "Leave evenUnauthenticated out.");
        }
        lists.by(request.account()).add(entry);
        return entry;
    }

    private ListEntry delete(AdminRequest request) {
        ListEntry.Kind kind = kind(request);
        String domain = known.of(request).name();
        String pattern = pattern(request.query("pattern")
                .orElseThrow(() -> AdminProblem.badRequest("no pattern is named", PATTERN_REMEDY)));
        ListEntry entry = lists.of(domain).stream()
                .filter(each -> each.kind() == kind && each.pattern().equals(pattern))
                .findFirst()
                .orElseThrow(() -> notListed(kind, domain, pattern));
        lists.by(request.account()).remove(kind, domain, pattern);
        return entry;
    }

    private static AdminProblem notListed(ListEntry.Kind kind, String domain, String pattern) {
        String word = kind.name().toLowerCase(Locale.ROOT);
        return AdminProblem.notFound(
                pattern + " is not on the " + word + "list of " + domain,
                "See what is: scora list " + word + " show --domain " + domain);
    }

    private static ListEntry.Kind kind(AdminRequest request) {
        return switch (request.part(":kind")) {
            case "allow" -> ListEntry.Kind.ALLOW;
            case "block" -> ListEntry.Kind.BLOCK;
            default -> throw AdminProblem.notFound("there is no such list", "The lists are allow and block.");
        };
    }

    private static String pattern(String written) {
        return valid(() -> ListEntry.parsePattern(AdminRequest.bounded("pattern", written)), PATTERN_REMEDY);
    }

    private Instant later(Instant expires) {
        if (!expires.isAfter(clock.instant())) {
            throw AdminProblem.badRequest("the entry would have ended already", "Name a later day, or none.");
        }
        return expires;
    }

    private static String note(String text) {
        String note = text.strip().replaceAll("\\p{Cntrl}+", " ");
        if (note.length() > LONGEST_NOTE) {
            throw AdminProblem.badRequest(
                    "the note is longer than " + LONGEST_NOTE + " characters", "Write a shorter one.");
        }
        return note;
    }
}
