package org.scora.setting;

import java.util.Collection;
import java.util.stream.Collectors;

/** Settings as a table of the handbook, in Markdown. */
final class SettingTable {
    private SettingTable() {}

    /** One row a setting; empty when there are none. */
    static String of(Collection<? extends Setting<?>> settings) {
        String rows = settings.stream().map(SettingTable::row).collect(Collectors.joining());
        return rows.isEmpty() ? "" : "| setting | expected | by default | what it does |\n|---|---|---|---|\n" + rows;
    }

    private static String row(Setting<?> setting) {
        return "| `" + setting.name() + "` | " + cell(setting.kind()) + " | "
                + setting.defaultText().map(SettingTable::code).orElse("has to be set") + " | "
                + cell(setting.sentence()) + " |\n";
    }

    private static String code(String text) {
        return text.isEmpty() ? "nothing" : "`" + cell(text) + "`";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
