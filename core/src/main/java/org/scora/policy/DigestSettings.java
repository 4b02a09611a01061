package org.scora.policy;

import com.google.common.base.Splitter;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.scora.setting.Setting;

/** The settings that say when, to whom and how the owners of mailboxes are told of mail that is held for them. */
public final class DigestSettings {
    private static final int LINES = 30;
    private static final int MOST_LINES = 200;

    /** When digests are sent. */
    public static final Setting<DigestPlan> DIGEST = Setting.optional(
            "digest",
            DigestPlan.KIND,
            "none",
            DigestPlan::parse,
            "When the owner of a mailbox gets a mail about what is newly held for it: daily is at 7:00, weekly on Monday"
                    + " at 7:00, in the domain's timeZone.");

    /** In which language. */
    public static final Setting<Locale> LANGUAGE = Setting.optional(
            "language",
            "the code of a language, such as en or de",
            "en",
            DigestSettings::language,
            "In which language Scora writes to the owners of mailboxes; where it has no texts, in English.");

    /** By which clock. */
    public static final Setting<ZoneId> TIME_ZONE = Setting.optional(
            "timeZone",
            "UTC, or a time zone such as Europe/Berlin",
            "UTC",
            DigestSettings::zone,
            "By which clock digests are sent, and times in them are told.");

    /** Which mailboxes belong to nobody alone. */
    public static final Setting<Set<String>> SHARED_MAILBOXES = Setting.optional(
            "sharedMailboxes",
            "none, or names of mailboxes with commas between them, such as info, sales",
            "none",
            DigestSettings::names,
            "Mailboxes that several people read: their digests go to the domain's administrators.");

    /** How many messages a digest lists. */
    public static final Setting<Integer> DIGEST_LINES = Setting.number(
            "digestLines",
            LINES,
            1,
            MOST_LINES,
            "How many messages a digest lists; of the others it tells the number.");

    /** Those that a user can have too. */
    public static final List<Setting<?>> OF_USERS = List.of(DIGEST, LANGUAGE);

    /** Those that hold for domains only. */
    public static final List<Setting<?>> OF_DOMAINS_ONLY = List.of(TIME_ZONE, SHARED_MAILBOXES, DIGEST_LINES);

    private DigestSettings() {}

    private static Locale language(String text) {
        String code = text.toLowerCase(Locale.ROOT);
        if (!Arrays.asList(Locale.getISOLanguages()).contains(code)) {
            throw new IllegalArgumentException("no language has that code");
        }
        return new Locale(code);
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no time zone of that name is known", e);
        }
    }

    private static Set<String> names(String text) {
        Set<String> names = new TreeSet<>(
                Splitter.on(',').trimResults().omitEmptyStrings().splitToList(text.toLowerCase(Locale.ROOT)));
        if (names.stream().anyMatch(name -> name.contains("@") || name.contains(" "))) {
            throw new IllegalArgumentException("write only the parts before the @");
        }
        if (names.contains("none") && names.size() > 1) {
            throw new IllegalArgumentException("none stands alone");
        }
        names.remove("none");
        return names;
    }
}
