package org.scora.console.web.held;

import java.net.IDN;
import java.util.List;
import java.util.Locale;
import org.scora.message.Addresses;
import org.scora.quarantine.HeldMessage;
import org.scora.quarantine.HeldState;
import org.scora.report.Harmless;
import org.scora.score.Category;

/** What is known of held messages, in words; what strangers wrote is made harmless. */
final class Words {
    private static final int LONGEST = 200;
    private static final int LONGEST_SENTENCE = 600;
    private static final int KILO = 1024;

    private Words() {}

    static String line(String hostile) {
        return Harmless.line(hostile, LONGEST);
    }

    static String subject(HeldMessage message) {
        String subject = line(message.subject());
        return subject.isEmpty() ? "(no subject)" : subject;
    }

    /** The real addresses in From, else that of the envelope. */
    static String sender(HeldMessage message) {
        List<String> from = message.facts().from();
        return from.isEmpty()
                ? message.sender().map(Words::address).orElse("nobody, as bounces are")
                : String.join(", ", from.stream().map(Words::address).toList());
    }

    /** An address; of a domain with letters that look like others, the form that shows it. */
    static String address(String hostile) {
        String address = line(hostile);
        if (address.chars().allMatch(letter -> letter < 0x7f)) {
            return address;
        }
        try {
            return Addresses.domainOf(address)
                    .map(IDN::toASCII)
                    .map(ascii -> address + " (" + ascii + ")")
                    .orElse(address);
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    static String category(Category category) {
        return category.name().toLowerCase(Locale.ROOT);
    }

    static String state(HeldState state) {
        return switch (state) {
            case HELD -> "held";
            case RELEASING -> "being released";
            case RELEASED -> "released";
            case DELETED -> "deleted";
            case EXPIRED -> "expired";
        };
    }

    static String size(long bytes) {
        if (bytes < KILO) {
            return bytes + " bytes";
        }
        return bytes < KILO * KILO
                ? Math.round(bytes / (double) KILO) + " KB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / (double) (KILO * KILO));
    }

    /** A text that core says in the middle of a sentence, as one of its own. */
    static String sentence(String text) {
        String line = Harmless.line(text, LONGEST_SENTENCE);
        return line.isEmpty()
                ? line
                : line.substring(0, 1).toUpperCase(Locale.ROOT) + line.substring(1) + (line.endsWith(".") ? "" : ".");
    }
}
