package org.scora.policy;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.scora.domain.Refusal;
import org.scora.score.Category;
import org.scora.score.Verdict;
import org.scora.setting.Setting;
import org.scora.setting.Settings;

/**
 * How mail is filtered.
 *
 * @param rules one for each category
 * @param refusing what is refused at the door whatever its score
 */
public record Profile(Map<Category, CategoryRule> rules, RefusingSenders refusing) {
    private static final String OFF = "off";
    private static final Map<Category, RuleSettings> BY_CATEGORY = ruleSettings();

    /** The settings of a profile, such as {@code spamQuarantine}. */
    public static final List<Setting<?>> SETTINGS = Stream.concat(
                    BY_CATEGORY.values().stream().flatMap(rule -> rule.all().stream()),
                    RefusingSenders.SETTINGS.stream())
            .toList();

    /** @throws IllegalArgumentException when a category has no rule */
    public Profile {
        rules = Map.copyOf(rules);
        if (rules.size() != Category.values().length) {
            throw new IllegalArgumentException("a rule is needed for each category");
        }
    }

    /** The profile that was written, with the defaults where nothing was. */
    public static Profile of(Settings settings) {
        Map<Category, CategoryRule> rules = new EnumMap<>(Category.class);
        BY_CATEGORY.forEach((category, rule) -> rules.put(category, rule.read(settings)));
        return new Profile(rules, RefusingSenders.of(settings));
    }

    public CategoryRule ruleFor(Category category) {
        return Optional.ofNullable(rules.get(category)).orElseThrow();
    }

    /** Whether there is any message that it refuses at the door. */
    public boolean mayRefuse() {
        return refusing.refusesAny()
                || rules.values().stream().anyMatch(rule -> rule.refuse().isPresent());
    }

    /** How the message is refused at the door; empty when it is not. */
    public Optional<Refusal> refusal(Verdict verdict) {
        return ruleFor(verdict.category()).refusesAt(verdict.score())
                ? Optional.of(Refusals.ofContent(verdict.category()))
                : refusing.refusal(verdict);
    }

    private static Map<Category, RuleSettings> ruleSettings() {
        Map<Category, RuleSettings> settings = new EnumMap<>(Category.class);
        for (Category category : Category.values()) {
            // A file with a virus in it is not made harmless by a word in the subject.
            settings.put(category, RuleSettings.of(category, category == Category.VIRUS ? OFF : "aggressive"));
        }
        return settings;
    }

    private record RuleSettings(
            Setting<Optional<Sensitivity>> flagSubject,
            Setting<Optional<Sensitivity>> quarantine,
            Setting<Optional<Sensitivity>> delete,
            Setting<Optional<Sensitivity>> refuse) {

        static RuleSettings of(Category category, String flagSubject) {
            String word = category.name().toLowerCase(Locale.ROOT);
            return new RuleSettings(
                    setting(
                            word + "FlagSubject",
                            flagSubject,
                            "From which score on the subject of " + word + " is flagged."),
                    setting(word + "Quarantine", "normal", "From which score on " + word + " is held in quarantine."),
                    setting(word + "Delete", OFF, "From which score on " + word + " is deleted, beyond recovery."),
                    setting(
                            word + "Refuse",
                            OFF,
                            "From which score on " + word + " is refused at the door, so that its sender hears of it;"
                                    + " what had to be taken, for others, is held instead."));
        }

        private static Setting<Optional<Sensitivity>> setting(String name, String byDefault, String sentence) {
            return Setting.optional(name, Sensitivity.KIND, byDefault, RuleSettings::parse, sentence);
        }

        private static Optional<Sensitivity> parse(String text) {
            return text.equalsIgnoreCase(OFF) ? Optional.empty() : Optional.of(Sensitivity.parse(text));
        }

        List<Setting<?>> all() {
            return List.of(flagSubject, quarantine, delete, refuse);
        }

        CategoryRule read(Settings settings) {
            return new CategoryRule(
                    settings.get(flagSubject), settings.get(quarantine), settings.get(delete), settings.get(refuse));
        }
    }
}
