package org.scora.domain;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.scora.setting.Setting;

/** The settings that say how addresses lead to mailboxes, and what users may set for themselves. */
public final class RecipientSettings {
    private static final String NONE = "none";
    private static final String ALL = "all";
    private static final String DELIMITERS = "+-_=#.";

    /** What ends the mailbox's name in user+tag@domain (RFC 5233 calls the rest the detail). */
    public static final Setting<Optional<String>> DELIMITER = Setting.optional(
            "recipientDelimiter",
            "one of + - _ = # . or none",
            "+",
            RecipientSettings::delimiter,
            "What separates a mailbox from a tag: with +, mail to ann+shop is mail to ann.");

    /** Names of the settings that users may override; {@code all} stands for every one. */
    public static final Setting<Set<String>> USERS_MAY_SET = Setting.optional(
            "usersMaySet",
            "none, all, or names of settings with commas between them",
            "digest, language",
            RecipientSettings::names,
            "Which of these settings a user's own value overrides.");

    /** Both; they hold for domains, never for a user. */
    public static final List<Setting<?>> SETTINGS = List.of(DELIMITER, USERS_MAY_SET);

    private RecipientSettings() {}

    /** Whether users may set something, by the value of {@link #USERS_MAY_SET}. */
    public static boolean allows(Set<String> allowed, String name) {
        return allowed.contains(ALL) || allowed.contains(name);
    }

    private static Optional<String> delimiter(String text) {
        if (text.equalsIgnoreCase(NONE)) {
            return Optional.empty();
        }
        if (text.length() != 1 || !DELIMITERS.contains(text)) {
            throw new IllegalArgumentException("no delimiter that can be used");
        }
        return Optional.of(text);
    }

    private static Set<String> names(String text) {
        Set<String> names =
                new TreeSet<>(Splitter.on(',').trimResults().omitEmptyStrings().splitToList(text));
        boolean alone = names.size() == 1;
        if (!alone && (names.contains(NONE) || names.contains(ALL))) {
            throw new IllegalArgumentException("none and all stand alone");
        }
        return alone && names.contains(NONE) ? Set.of() : names;
    }
}
