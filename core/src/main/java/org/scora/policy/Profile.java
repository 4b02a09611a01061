package org.scora.policy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.scora.score.Category;
import org.scora.setting.Setting;
import org.scora.setting.Settings;

/** How mail is filtered: a rule for each category. */
public record Profile(Map<Category, CategoryRule> rules) {
    private static final String OFF = "off";
    private static final Map<Category, RuleSettings> BY_CATEGORY = ruleSettings();

    /** The settings of a profile, such as {@code spamQuarantine}. */
    public static final List<Setting<?>> SETTINGS =
            BY_CATEGORY.values().stream().flatMap(rule -> rule.all().stream()).toList();

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
        return new Profile(rules);
    }

    public CategoryRule ruleFor(Category category) {
        return Optional.ofNullable(rules.get(category)).orElseThrow();
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
            Setting<Optional<Sensitivity>> delete) {

        static RuleSettings of(Category category, String flagSubject) {
            String word = category.name().toLowerCase(Locale.ROOT);
            return new RuleSettings(
                    setting(
                            word + "FlagSubject",
                            flagSubject,
                            "From which score on the subject of " + word + " is flagged."),
                    setting(word + "Quarantine", "normal", "From which score on " + word + " is held in quarantine."),
                    setting(word + "Delete", OFF, "From which score on " + word + " is deleted, beyond recovery."));
        }

        private static Setting<Optional<Sensitivity>> setting(String name, String byDefault, String sentence) {
            return Setting.optional(name, Sensitivity.KIND, byDefault, RuleSettings::parse, sentence);
        }

        private static Optional<Sensitivity> parse(String text) {
            return text.equalsIgnoreCase(OFF) ? Optional.empty() : Optional.of(Sensitivity.parse(text));
        }

        List<Setting<?>> all() {
            List<Setting<?>> all = new ArrayList<>();
            all.add(flagSubject);
            all.add(quarantine);
            all.add(delete);
            return all;
        }

        CategoryRule read(Settings settings) {
            return new CategoryRule(settings.get(flagSubject), settings.get(quarantine), settings.get(delete));
        }
    }
}
