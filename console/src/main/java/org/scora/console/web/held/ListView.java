package org.scora.console.web.held;

import java.util.List;
import java.util.Optional;
import org.scora.console.web.visit.Shell;

/**
 * A page of the list.
 *
 * @param state which messages are listed, as the form names it
 * @param words that are looked for; may be empty
 * @param next where the next page is; empty on the last
 * @param first whether it is the first page
 */
public record ListView(
        Shell shell, String state, String words, String sender, List<Row> rows, Optional<String> next, boolean first) {

    /** A message. */
    public record Row(String path, String from, String subject, String when, String what, String state) {}

    /** Whether anything but all held mail is looked for. */
    public boolean searching() {
        return !words.isEmpty() || !sender.isEmpty() || !state.equals("held");
    }
}
