package org.scora.setting;

import java.util.Collection;

/** Settings as the handbook shows them. */
public final class SettingsReference {
    private SettingsReference() {}

    /** A table in Markdown, one row a setting. */
    public static String table(Collection<? extends Setting<?>> settings) {
        return SettingTable.of(settings);
    }
}
