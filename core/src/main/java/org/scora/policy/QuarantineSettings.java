package org.scora.policy;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.scora.score.Category;
import org.scora.setting.Setting;

/** The settings that say how long held mail is kept, how much of it, and who may let what go. They hold for domains. */
public final class QuarantineSettings {
    private static final String NONE = "none";
    private static final String OFF = "off";
    private static final int DAYS = 30;
    private static final int MOST_DAYS = 3650;
    private static final int KILO = 1024;
    private static final Map<Category, Setting<Integer>> RETENTION = retention();

    /** Categories of mail that users release themselves. */
    public static final Setting<Set<Category>> USERS_MAY_RELEASE = Setting.optional(
            "usersMayRelease",
            "none, or out of spam, phishing and explicit, with commas between them",
            "spam, explicit",
            QuarantineSettings::ofUsers,
            "Which held mail users release themselves; they request the release of other mail.");

    /** Categories of mail that the domain's administrators release. */
    public static final Setting<Set<Category>> ADMINISTRATORS_MAY_RELEASE = Setting.optional(
            "administratorsMayRelease",
            "none, or out of spam, phishing, explicit and virus, with commas between them",
            "spam, phishing, explicit, virus",
            QuarantineSettings::categories,
            "Which held mail the domain's administrators release; a virus always needs a reason.");

    /** Whether users have lists of their own. */
    public static final Setting<Boolean> USERS_MAY_ALLOW_SENDERS = Setting.flag(
            "usersMayAllowSenders",
            true,
            "Whether users have an allowlist and a blocklist of their own, each for the own mailbox alone.");

    /** How many bytes are kept for a domain. */
    public static final Setting<Optional<Long>> QUOTA = Setting.optional(
            "quarantineQuota",
            "off, or a size such as 500M or 20G",
            OFF,
            QuarantineSettings::size,
            "How much held mail is kept at most; beyond it goes first what was released, then what scored 6 or more,"
                    + " then the rest, each the oldest first.");

    /** All of them. */
    public static final List<Setting<?>> SETTINGS = all();

    private QuarantineSettings() {}

    /** For how many days mail of a category is kept. */
    public static Setting<Integer> retentionOf(Category category) {
        return Optional.ofNullable(RETENTION.get(category)).orElseThrow();
    }

    private static List<Setting<?>> all() {
        List<Setting<?>> all = new ArrayList<>(RETENTION.values());
        all.addAll(List.of(QUOTA, USERS_MAY_RELEASE, ADMINISTRATORS_MAY_RELEASE, USERS_MAY_ALLOW_SENDERS));
        return List.copyOf(all);
    }

    private static Map<Category, Setting<Integer>> retention() {
        Map<Category, Setting<Integer>> settings = new EnumMap<>(Category.class);
        for (Category category : Category.values()) {
            String word = category.name().toLowerCase(Locale.ROOT);
            String what = category == Category.EXPLICIT || category == Category.VIRUS ? word + " mail" : word;
            settings.put(
                    category,
                    Setting.number(
                            word + "Retention",
                            DAYS,
                            1,
                            MOST_DAYS,
                            "For how many days " + what + " is kept in quarantine."));
        }
        return settings;
    }

    private static Set<Category> ofUsers(String text) {
        Set<Category> categories = categories(text);
        if (categories.contains(Category.VIRUS)) {
            throw new IllegalArgumentException("viruses are released by administrators and operators only");
        }
        return categories;
    }

    private static Set<Category> categories(String text) {
        Set<Category> categories = EnumSet.noneOf(Category.class);
        if (!text.strip().equalsIgnoreCase(NONE)) {
            Splitter.on(',').trimResults().split(text).forEach(word -> categories.add(category(word)));
        }
        return categories;
    }

    private static Category category(String word) {
        for (Category category : Category.values()) {
            if (category.name().equalsIgnoreCase(word)) {
                return category;
            }
        }
        throw new IllegalArgumentException("'" + word + "' is no category");
    }

    private static Optional<Long> size(String text) {
        if (text.equalsIgnoreCase(OFF)) {
            return Optional.empty();
        }
        if (!text.matches("[1-9][0-9]{0,5}[MG]")) {
            throw new IllegalArgumentException("not a number of megabytes or gigabytes");
        }
        long number = Long.parseLong(text.substring(0, text.length() - 1));
        return Optional.of(number * KILO * KILO * (text.endsWith("G") ? KILO : 1));
    }
}
