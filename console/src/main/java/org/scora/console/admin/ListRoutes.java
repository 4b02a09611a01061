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
import org.scora.domain.MailboxNames;
import org.scora.domain.ProtectedDomains;
import org.scora.policy.ListEntry;
import org.scora.policy.SenderLists;
import spark.Service;

/** The allowlist and the blocklist of a protected domain, or of one of its users ({@code ?user=}, a local part). */
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
        service.get(getBasePath(), answering(this::all));
        service.get(getBasePath() + "/:kind", answering(this::ofKind));
        service.put(getBasePath() + "/:kind", answering(this::put));
        service.delete(getBasePath() + "/:kind", answering(this::delete));
    }

    private static Optional<String> user(AdminRequest request, String domain) {
        return request.query("user")
                .map(name ->
                        valid(() -> MailboxNames.parse(name, domain), "Name the part of the address before the @."));
    }

    private List<ListEntry> all(AdminRequest request) {
        String domain = known.of(request).name();
        return user(request, domain)
                .map(mailbox -> lists.ofUser(domain, mailbox))
                .orElseGet(() -> lists.of(domain));
    }

    private List<ListEntry> ofKind(AdminRequest request) {
        ListEntry.Kind kind = kind(request);
        return all(request).stream().filter(entry -> entry.kind() == kind).toList();
    }

    private ListEntry put(AdminRequest request) {
        ListForm form = request.body(ListForm.class);
        String domain = known.of(request).name();
        ListEntry entry = new ListEntry(
                kind(request),
                domain,
                pattern(AdminRequest.present(form.pattern(), "pattern")),
                form.evenUnauthenticated().orElse(false),
                form.expires().map(this::later),
                note(form.note().orElse("")),
                user(request, domain));
        if (entry.mailbox().isPresent() && entry.evenUnauthenticated()) {
            throw AdminProblem.badRequest(
                    "an entry of a user holds for proven senders only", "Leave evenUnauthenticated out.");
        }
        if (entry.kind() == ListEntry.Kind.BLOCK && entry.evenUnauthenticated()) {
            throw AdminProblem.badRequest(
                    "a block entry always holds for senders who prove nothing", "Leave evenUnauthenticated out.");
        }
        valid(
                () -> {
                    lists.by(request.account()).add(entry);
                    return entry;
                },
                "Remove entries that are not needed any more.");
        return entry;
    }

    private ListEntry delete(AdminRequest request) {
        ListEntry.Kind kind = kind(request);
        String domain = known.of(request).name();
        String pattern = pattern(request.query("pattern")
                .orElseThrow(() -> AdminProblem.badRequest("no pattern is named", PATTERN_REMEDY)));
        ListEntry entry = all(request).stream()
                .filter(each -> each.kind() == kind && each.pattern().equals(pattern))
                .findFirst()
                .orElseThrow(() -> notListed(kind, domain, user(request, domain), pattern));
        SenderLists changing = lists.by(request.account());
        entry.mailbox()
                .ifPresentOrElse(
                        mailbox -> changing.removeOfUser(kind, domain, mailbox, pattern),
                        () -> changing.remove(kind, domain, pattern));
        return entry;
    }

    private static AdminProblem notListed(ListEntry.Kind kind, String domain, Optional<String> user, String pattern) {
        String word = kind.name().toLowerCase(Locale.ROOT);
        return AdminProblem.notFound(
                pattern + " is not on the " + word + "list of "
                        + user.map(mailbox -> mailbox + "@" + domain).orElse(domain),
                "See what is: scora list " + word + " show --domain " + domain
                        + user.map(mailbox -> " --user " + mailbox).orElse(""));
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
