package org.scora.console.command;

import java.util.List;
import org.scora.console.admin.SettingRoutes.SettingView;
import org.scora.policy.EffectiveValue;

/** How settings are told. */
final class SettingText {
    private static final List<String> HEADS = List.of("SETTING", "VALUE", "FROM");

    private SettingText() {}

    static String set(SettingView view) {
        return view.name() + " of " + view.scope() + " is '" + view.value().orElse("") + "' from now on.";
    }

    static String unset(SettingView view, String inherits) {
        return view.value()
                .map(byDefault -> view.name() + " of " + view.scope() + " is '" + byDefault + "' again.")
                .orElseGet(
                        () -> view.name() + " is not set for " + view.scope() + " any more; " + inherits + " holds.");
    }

    static void table(Screen screen, List<EffectiveValue> values) {
        screen.table(
                HEADS,
                values.stream()
                        .map(value -> List.of(value.name(), value.value(), value.origin()))
                        .toList());
    }
}
