package org.scora.setting;

import java.util.List;

/** The part of {@code scora.properties} that is about how long is kept what happened to messages. */
public final class JournalSettings {
    private static final int MOST = 3650;

    public static final Setting<Integer> LINES = Setting.number(
            "journal.lines-days",
            90,
            31,
            MOST,
            "How many days the journal's lines are kept, by which single messages are found. Numbers in reports stay.");

    public static final Setting<Integer> NAMES = Setting.number(
            "journal.names-days",
            45,
            0,
            MOST,
            "After how many days pseudonyms stand in the journal for senders, recipients, subjects and clients' addresses."
                    + " Numbers stay the same. At most as long as lines are kept; 0 is never.");

    public static final Setting<Integer> TOTALS = Setting.number(
            "journal.totals-days",
            800,
            31,
            MOST,
            "How many days the sums of the journal are kept, by which reports of past times are made. At least as long as"
                    + " lines are kept.");

    static final List<Setting<?>> ALL = List.of(LINES, NAMES, TOTALS);

    private JournalSettings() {}
}
