package org.scora.domain;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.scora.message.Addresses;
import org.scora.setting.Setting;

/**
 * One thing that is set for a domain, each by itself: how it is written, read and changed. Commands, the audit log and
 * exported files all use these.
 *
 * @param setting its name, what a value looks like, and how one is checked
 * @param reader the value as text, in the form in which it is written
 * @param writer the same domain with another value
 */
public record DomainProperty(
        Setting<?> setting,
        Function<ProtectedDomain, String> reader,
        BiFunction<ProtectedDomain, String, ProtectedDomain> writer) {

    private static final int MOST_HOSTS = 20;
    private static final int MOST_ADMINISTRATORS = 50;

    /** All of them, in the order in which people read about a domain. */
    public static final List<DomainProperty> ALL = List.of(
            of(
                    Setting.optional(
                            "state",
                            "one of " + Words.all(DomainState.values()),
                            "active",
                            text -> Words.parse(DomainState.values(), text),
                            "Whether mail is taken; pending and suspended tell senders to try again later."),
                    domain -> Words.of(domain.state()),
                    ProtectedDomain::withState),
            of(
                    Setting.required(
                            "route",
                            "hosts as host or host:port with commas between them, the preferred first",
                            "mail.example.com, backup.example.com:2525",
                            DomainProperty::route,
                            "The domain's own mail servers, to which its mail is relayed."),
                    domain -> domain.route().stream().map(RouteHost::toString).collect(Collectors.joining(", ")),
                    ProtectedDomain::withRoute),
            of(
                    Setting.optional(
                            "tls",
                            "one of " + Words.all(TlsPolicy.values()),
                            "opportunistic",
                            text -> Words.parse(TlsPolicy.values(), text),
                            "How the way to these servers is protected: encrypted if they can; always; always, with a"
                                    + " certificate that proves the server's name."),
                    domain -> Words.of(domain.tls()),
                    ProtectedDomain::withTls),
            of(
                    Setting.optional(
                            "recipients",
                            "one of " + Words.all(RecipientPolicy.values()),
                            "listed",
                            text -> Words.parse(RecipientPolicy.values(), text),
                            "Which recipients there are: those on the list of mailboxes; those that the domain's own"
                                    + " server takes when asked; any."),
                    domain -> Words.of(domain.recipients()),
                    ProtectedDomain::withRecipients),
            of(
                    Setting.optional(
                            "profile",
                            "the name of a profile",
                            ProtectedDomain.DEFAULT_PROFILE,
                            ProfileNames::parse,
                            "Whose settings hold where the domain has none of its own."),
                    ProtectedDomain::profile,
                    ProtectedDomain::withProfile),
            of(
                    Setting.optional(
                            "administrators",
                            "mail addresses with commas between them",
                            "",
                            DomainProperty::administrators,
                            "Who gets the domain's reports."),
                    domain -> String.join(", ", domain.administrators()),
                    ProtectedDomain::withAdministrators));

    private static <T> DomainProperty of(
            Setting<T> setting,
            Function<ProtectedDomain, String> reader,
            BiFunction<ProtectedDomain, T, ProtectedDomain> writer) {
        return new DomainProperty(
                setting,
                reader,
                (domain, text) -> writer.apply(domain, setting.parser().apply(text.trim())));
    }

    public String name() {
        return setting.name();
    }

    public static Optional<DomainProperty> named(String name) {
        return ALL.stream().filter(property -> property.name().equals(name)).findFirst();
    }

    private static List<RouteHost> route(String text) {
        List<RouteHost> route = new ArrayList<>();
        for (String host : words(text)) {
            route.add(RouteHost.parse(host, route.size()));
        }
        if (route.isEmpty() || route.size() > MOST_HOSTS) {
            throw new IllegalArgumentException("a route has 1 to " + MOST_HOSTS + " hosts");
        }
        return route;
    }

    private static List<String> administrators(String text) {
        List<String> addresses =
                words(text).stream().map(DomainProperty::address).distinct().toList();
        if (addresses.size() > MOST_ADMINISTRATORS) {
            throw new IllegalArgumentException("more than " + MOST_ADMINISTRATORS + " addresses");
        }
        return addresses;
    }

    private static String address(String text) {
        String domain = Addresses.domainOf(text)
                .flatMap(DomainNames::find)
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is not a mail address"));
        return MailboxNames.parse(Addresses.localPartOf(text), domain).toLowerCase(Locale.ROOT) + "@" + domain;
    }

    private static List<String> words(String text) {
        return Splitter.on(',').trimResults().omitEmptyStrings().splitToList(text);
    }
}
