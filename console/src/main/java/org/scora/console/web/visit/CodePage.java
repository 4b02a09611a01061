package org.scora.console.web.visit;

import java.util.Map;
import java.util.TreeMap;

/**
 * A page that asks for the mailed code, and sends what was asked for before once more with it.
 *
 * @param ask what to say above the field
 * @param target where it is sent to
 * @param fields those that were sent, but for the code
 */
public record CodePage(Shell shell, String ask, String target, Map<String, String> fields) {

    public CodePage {
        fields = Map.copyOf(fields);
    }

    /** @param ask as {@link Machines#challenge} has it */
    public static Reply reply(Visit visit, String ask) {
        Map<String, String> fields = new TreeMap<>(visit.fields());
        fields.remove(Machines.CODE);
        return Reply.page(
                403, Html.of("code", new CodePage(Shell.of(visit, "One more step"), ask, visit.path(), fields)));
    }
}
