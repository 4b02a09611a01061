package org.scora.console.web.visit;

import java.util.Map;
import java.util.TreeMap;

/**
 * A page that asks to press the button once more, and sends what was sent before.
 *
 * @param target where it is sent to
 * @param fields those that were sent, as if from a page of now
 */
public record AgainPage(Shell shell, String target, Map<String, String> fields) {

    public AgainPage {
        fields = Map.copyOf(fields);
    }

    static Reply reply(Visit visit) {
        Map<String, String> fields = new TreeMap<>(visit.fields());
        fields.put(Visitor.FIELD, visit.visitor().formToken(visit.path()));
        return Reply.page(
                403, Html.of("again", new AgainPage(Shell.of(visit, "Press once more"), visit.path(), fields)));
    }
}
