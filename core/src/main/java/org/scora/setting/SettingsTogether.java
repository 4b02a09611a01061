package org.scora.setting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Settings of {@code scora.properties} that are right by themselves, and wrong beside each other. */
final class SettingsTogether {
    private static final List<Setting<Integer>> PORTS =
            List.of(GatewaySettings.SMTP_PORT, GatewaySettings.ADMIN_PORT, ConsoleSettings.PORT);

    private SettingsTogether() {}

    static List<SettingException> problems(String place, Settings settings) {
        List<SettingException> problems = new ArrayList<>();
        for (String scanner : new TreeSet<>(settings.get(ScannerSettings.REQUIRED))) {
            address(scanner, settings).ifPresent(key -> problems.add(missing(place, scanner, key)));
        }
        for (int later = 1; later < PORTS.size(); later++) {
            Setting<Integer> port = PORTS.get(later);
            PORTS.subList(0, later).stream()
                    .filter(earlier -> settings.get(earlier).equals(settings.get(port)))
                    .findFirst()
                    .ifPresent(earlier -> problems.add(samePort(place, port, earlier, settings.get(port))));
        }
        settings.get(GatewaySettings.OPERATOR)
                .filter(address -> domainOf(address)
                        .equals(settings.get(GatewaySettings.HOSTNAME).toLowerCase(Locale.ROOT)))
                .ifPresent(address -> problems.add(SettingException.of(
                        place,
                        GatewaySettings.OPERATOR.name(),
                        "'" + address + "' is at this gateway itself, which has no mailboxes",
                        "Write an address whose mailbox somebody reads.")));
        retention(place, settings).ifPresent(problems::add);
        return problems;
    }

    private static Optional<SettingException> retention(String place, Settings settings) {
        int lines = settings.get(JournalSettings.LINES);
        if (settings.get(JournalSettings.TOTALS) < lines) {
            return Optional.of(SettingException.of(
                    place,
                    JournalSettings.TOTALS.name(),
                    "sums would go before the " + lines + " days of lines that they are made of",
                    "Write at least " + lines + ", or less under " + JournalSettings.LINES.name() + "."));
        }
        return settings.get(JournalSettings.NAMES) <= lines
                ? Optional.empty()
                : Optional.of(SettingException.of(
                        place,
                        JournalSettings.NAMES.name(),
                        "lines are deleted after " + lines + " days, before pseudonyms would come into them",
                        "Write at most " + lines + ", or 0 for never."));
    }

    private static String domainOf(String address) {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    /** The key under which its address is missing. */
    private static Optional<String> address(String scanner, Settings settings) {
        return Optional.ofNullable(ScannerSettings.ADDRESSES.get(scanner))
                .filter(setting -> settings.get(setting).isEmpty())
                .map(Setting::name);
    }

    private static SettingException missing(String place, String scanner, String key) {
        return SettingException.of(
                place,
                ScannerSettings.REQUIRED.name(),
                "mail would wait for '" + scanner + "' for ever, for it is not said where it listens",
                "Write its address under " + key + ", or take the name out here.");
    }

    private static SettingException samePort(String place, Setting<?> port, Setting<?> earlier, int number) {
        return SettingException.of(
                place,
                port.name(),
                number + " is the port of " + earlier.name() + " too",
                "Give each of them a port of its own.");
    }
}
