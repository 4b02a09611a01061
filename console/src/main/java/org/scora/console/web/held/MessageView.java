package org.scora.console.web.held;

import java.util.List;
import java.util.Optional;
import org.scora.console.web.visit.Shell;

/**
 * A held message.
 *
 * @param facts name and value
 * @param receipt why it was held; empty when that is not known
 * @param content empty when it can not be shown
 * @param preview where its HTML is shown
 * @param target where deeds are sent
 * @param token proves that the form is ours
 * @param key of the message
 * @param deeds what can be done with it
 */
public record MessageView(
        Shell shell,
        String subject,
        String standing,
        List<Fact> facts,
        Optional<ReceiptView> receipt,
        Optional<ContentView> content,
        String preview,
        String target,
        String token,
        String key,
        List<Deed> deeds) {

    /** A name and what stands beside it. */
    public record Fact(String name, String value) {}
}
