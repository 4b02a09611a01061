package org.scora.setting;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What {@code scora.properties} says about the web console. */
public final class ConsoleSettings {
    public static final Setting<String> ADDRESS = Setting.optional(
            "console.address",
            "an IP address or a host name",
            "127.0.0.1",
            HostTexts::address,
            "The address on which the web console listens.");

    public static final Setting<Integer> PORT =
            Setting.number("console.port", 8080, 1, 65535, "The port of the web console.");

    public static final Setting<Set<String>> HOSTS = Setting.optional(
            "console.hosts",
            "host names with commas between them",
            "",
            HostTexts::domains,
            "Further names under which the web console is reached, such as that of a proxy before it. It answers under"
                    + " these, the gateway's hostname, localhost and its addresses, and under no other.");

    public static final Setting<List<String>> PROXIES = Setting.optional(
            "console.proxies",
            "IP addresses with commas between them",
            "",
            HostTexts::addresses,
            "The proxies before the web console. What they say in X-Forwarded-For about where a request comes from is"
                    + " believed, and nobody else's word.");

    public static final Setting<Optional<URI>> URL = Setting.optional(
            "console.url",
            "a URL without a path, such as https://quarantine.gateway.example",
            "",
            HostTexts::site,
            "Where people reach the web console from outside; links in mails lead there. Its host name is one of the"
                    + " console's names. Without it, http:// and the gateway's hostname with the console's port.");

    static final List<Setting<?>> ALL = List.of(ADDRESS, PORT, HOSTS, PROXIES, URL);

    private ConsoleSettings() {}

    /** Where people reach the web console. */
    public static URI url(GatewaySettings settings) {
        return settings.get(URL)
                .orElseGet(() ->
                        URI.create("http://" + settings.get(GatewaySettings.HOSTNAME) + ":" + settings.get(PORT)));
    }
}
