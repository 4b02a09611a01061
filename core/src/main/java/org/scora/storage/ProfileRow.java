package org.scora.storage;

import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.scora.setting.SettingException;

/** The profiles that there are. */
final class ProfileRow {
    private ProfileRow() {}

    static List<String> all(Handle handle) {
        // Sorted here: how PostgreSQL sorts depends on its locale.
        return handle.select("SELECT name FROM profile").mapTo(String.class).stream()
                .sorted()
                .collect(Collectors.toList());
    }

    /** @throws IllegalArgumentException with a text that helps when there is no such profile */
    static void require(Handle handle, String name) {
        List<String> known = all(handle);
        if (!known.contains(name)) {
            throw new IllegalArgumentException(
                    "there is no profile '" + name + "'. " + SettingException.remedyForName(name, known));
        }
    }
}
