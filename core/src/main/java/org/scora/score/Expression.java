package org.scora.score;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.scora.score.Table.Row;
import org.scora.setting.SettingException;

/** How a composite is written: names with {@code &} between them, and {@code -} before those that must be missing. */
final class Expression {
    private static final Splitter PARTS = Splitter.on('&').trimResults();

    private Expression() {}

    /** @throws SettingException that names the line and what is wrong in the expression */
    static Composite parse(Row row, Weight weight, String text, Collection<String> known) {
        List<String> made = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String part : PARTS.split(text)) {
            String name = part.startsWith("-") ? part.substring(1).strip() : part;
            if (!known.contains(name)) {
                throw row.error(
                        weight.name(),
                        "no check finds '" + name + "'",
                        SettingException.remedyForName(name, known) + " Write for example DKIM_PASS & -SPF_PASS.");
            }
            (part.startsWith("-") ? missing : made).add(name);
        }
        if (made.isEmpty()) {
            throw row.error(
                    weight.name(),
                    "is made of nothing but what is missing",
                    "Name at least one finding without a minus before it.");
        }
        return new Composite(weight, made, missing);
    }
}
