package org.scora.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.scora.domain.SettingScope.OfDomain;
import org.scora.policy.ListEntry;
import org.scora.policy.Profile;
import org.scora.policy.ProfileSettings;
import org.scora.score.Composite;
import org.scora.score.Weight;
import org.scora.score.Weights;
import org.scora.setting.SettingException;

/**
 * Something that is tried for a domain.
 *
 * @param settings values of a profile's settings by name, as if they were set for the domain
 * @param weights points by the finding's name
 * @param off findings that are switched off
 * @param allow patterns of senders, as if they were on the allowlist
 * @param block patterns of senders, as if they were on the blocklist
 */
public record Change(
        Map<String, String> settings,
        Map<String, Double> weights,
        Set<String> off,
        List<String> allow,
        List<String> block) {
    private static final double POINTS_AT_MOST = 10;
    private static final String PLACE = "what is tried";

    public Change {
        settings = Map.copyOf(settings);
        weights = Map.copyOf(weights);
        off = Set.copyOf(off);
        allow = List.copyOf(allow);
        block = List.copyOf(block);
    }

    /**
     * Makes sure that all of it can be tried.
     *
     * @throws SettingException that names the nearest setting or finding
     * @throws IllegalArgumentException with a text that helps, for a bad pattern
     */
    void check(String domain, Weights known) {
        if (settings.isEmpty() && weights.isEmpty() && off.isEmpty() && allow.isEmpty() && block.isEmpty()) {
            throw SettingException.of(
                    PLACE, "change", "nothing is changed", "Name a setting, a weight, a finding or a sender.");
        }
        settings.forEach((name, value) -> checkSetting(domain, name, value));
        weights.forEach((name, points) -> checkWeight(known, name, points));
        off.forEach(name -> checkFinding(known, name));
        if (off.contains(Weights.PRIOR)) {
            throw SettingException.of(PLACE, Weights.PRIOR, "can not be switched off", "Try points, such as -1.");
        }
        entries(domain);
    }

    private static void checkSetting(String domain, String name, String value) {
        List<String> tried =
                Profile.SETTINGS.stream().map(setting -> setting.name()).toList();
        if (ProfileSettings.ALL.stream().anyMatch(setting -> setting.name().equals(name)) && !tried.contains(name)) {
            throw SettingException.of(
                    PLACE,
                    name,
                    "can not be tried: it does not change what is decided about mail once its findings are known",
                    "To be tried are: " + String.join(", ", tried) + ".");
        }
        if (!tried.contains(name)) {
            throw SettingException.of(PLACE, name, "unknown setting", SettingException.remedyForName(name, tried));
        }
        ProfileSettings.check(new OfDomain(domain), name, value);
    }

    private static void checkWeight(Weights known, String name, double points) {
        checkFinding(known, name);
        if (!(Math.abs(points) <= POINTS_AT_MOST)) {
            throw SettingException.of(PLACE, name, "bad points '" + points + "'", "Write a number from -10 to 10.");
        }
    }

    private static void checkFinding(Weights known, String name) {
        if (known.of(name).isEmpty()) {
            List<String> names = new ArrayList<>();
            known.all().stream().map(Weight::name).forEach(names::add);
            known.composites().stream().map(Composite::name).forEach(names::add);
            throw SettingException.of(
                    PLACE, name, "there is no such finding", SettingException.remedyForName(name, names));
        }
    }

    /** The entries that a domain's lists would have besides. */
    List<ListEntry> entries(String domain) {
        List<ListEntry> entries = new ArrayList<>();
        allow.forEach(pattern -> entries.add(entry(ListEntry.Kind.ALLOW, domain, pattern)));
        block.forEach(pattern -> entries.add(entry(ListEntry.Kind.BLOCK, domain, pattern)));
        return entries;
    }

    private static ListEntry entry(ListEntry.Kind kind, String domain, String pattern) {
        return new ListEntry(kind, domain, ListEntry.parsePattern(pattern), false, Optional.empty(), "tried");
    }

    /** The same object when no weight is tried, so that nothing is added up twice. */
    Weights on(Weights now) {
        return weights.isEmpty() && off.isEmpty() ? now : now.weighing(weights).switchingOff(off);
    }
}
