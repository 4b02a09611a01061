package org.scora.report.digest;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.scora.report.Columns;
import org.scora.report.Wording;

/**
 * A digest in words, the same for the text and the HTML part. What strangers wrote is harmless; escaping is left to the
 * templates.
 *
 * @param mark what ends an answer, see {@link ReplyText}
 * @param notes sentences below the headline
 * @param groups one for each category of which messages are listed
 * @param more how many messages are not listed; empty for none
 * @param quarantine leads to the mailbox's own quarantine
 * @param off ends these mails; empty where that is not the reader's to decide
 * @param decoy an address that only a program follows, to be hidden
 */
public record DigestView(
        Wording words,
        String mark,
        String headline,
        List<String> notes,
        List<Group> groups,
        Optional<String> more,
        Act quarantine,
        Optional<Act> off,
        String made,
        String decoy) {

    /** Messages of a category. */
    public record Group(String title, List<Item> items) {}

    /**
     * A message.
     *
     * @param to the recipient, where that is another address than the mailbox's
     * @param acts what can be done with it
     */
    public record Item(
            String subject,
            String from,
            Optional<String> to,
            String received,
            String until,
            String why,
            String receipt,
            List<Act> acts) {
        public Item {
            acts = List.copyOf(acts);
        }
    }

    /**
     * Something that can be done.
     *
     * @param address the page on which it is done
     * @param first whether it is what the reader most likely wants
     */
    public record Act(String label, String address, boolean first) {
        Act(String label, String address) {
            this(label, address, false);
        }
    }

    public DigestView {
        notes = List.copyOf(notes);
        groups = List.copyOf(groups);
    }

    /** How many places the widest label of an item takes in the text part. */
    public int labelWidth() {
        Stream<String> facts = Stream.of(
                        "item.from", "item.to", "item.received", "item.until", "item.why", "item.receipt")
                .map(words::say);
        Stream<String> acts = groups.stream()
                .flatMap(group -> group.items().stream())
                .flatMap(item -> item.acts().stream())
                .map(Act::label);
        return 2 + Stream.concat(facts, acts).mapToInt(Columns::width).max().orElse(0);
    }

    /** Something in capital letters, as headings are in the text part. */
    public String heading(String title) {
        return title.toUpperCase(words.locale());
    }
}
