package org.scora.feedback;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.scora.message.AttachedMessages;
import org.scora.message.Envelope;
import org.scora.message.IncomingMessage;
import org.scora.message.Part;
import org.scora.message.ReceiptId;

/**
 * A mail in which somebody says what other messages are.
 *
 * @param originals the messages that are attached, each from its beginning
 * @param receipts receipts that stand in its subject and text, without those of the originals
 * @param unwanted what a report says that they are (RFC 5965 section 3.1, RFC 6430); empty when the address alone says it
 * @param automatic whether a program wrote it for programs (RFC 5965)
 */
record Complaint(List<byte[]> originals, List<ReceiptId> receipts, Optional<Boolean> unwanted, boolean automatic) {
    private static final int MOST_RECEIPTS = 20;
    private static final int TEXT_SEARCHED = 100_000;
    private static final Pattern RECEIPT =
            Pattern.compile("\\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-" + "[0-9A-HJKMNP-TV-Z]{4}\\b");

    Complaint {
        originals = List.copyOf(originals);
        receipts = List.copyOf(receipts);
    }

    /** Reads a mail; never fails for what a mail may contain. */
    static Complaint read(byte[] mail) {
        IncomingMessage message = read(new ByteArrayInputStream(mail));
        Optional<IncomingMessage> report = message.parts().stream()
                .filter(part -> part.mediaType().equals("message/feedback-report"))
                .findFirst()
                .map(Part::content)
                .map(content -> read(new ByteArrayInputStream(content)));
        List<byte[]> originals = AttachedMessages.in(mail);
        return new Complaint(
                originals.isEmpty() ? headersAlone(message) : originals,
                receiptsIn(message.subject() + "\n" + message.text()),
                report.flatMap(fields -> fields.header("Feedback-Type")).flatMap(Complaint::meaning),
                report.isPresent());
    }

    private static IncomingMessage read(ByteArrayInputStream source) {
        return IncomingMessage.read(source, Envelope.unknown());
    }

    // A report may name the message by its header (RFC 5965 section 2); that is found, or not, by its receipt.
    private static List<byte[]> headersAlone(IncomingMessage message) {
        return message.parts().stream()
                .filter(part -> part.mediaType().equals("text/rfc822-headers"))
                .map(Part::content)
                .limit(1)
                .toList();
    }

    private static Optional<Boolean> meaning(String type) {
        return switch (type.strip().toLowerCase(Locale.ROOT)) {
            case "abuse", "fraud", "virus" -> Optional.of(true);
            case "not-spam" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** The receipts in the header fields that this gateway wrote into a message. */
    static List<ReceiptId> receiptsOf(byte[] original) {
        IncomingMessage message = read(new ByteArrayInputStream(original));
        return Stream.of("X-Scora-Id", "X-Scora-Seal", "X-Scora-Released")
                .flatMap(name -> message.headers(name).stream())
                .flatMap(value -> receiptsIn(value).stream())
                .distinct()
                .limit(MOST_RECEIPTS)
                .toList();
    }

    private static List<ReceiptId> receiptsIn(String text) {
        Matcher matcher = RECEIPT.matcher(text.substring(0, Math.min(text.length(), TEXT_SEARCHED)));
        return matcher.results()
                .map(found -> new ReceiptId(found.group()))
                .distinct()
                .limit(MOST_RECEIPTS)
                .toList();
    }

    /** Whether only the header of a message is there. */
    static boolean isHeaderAlone(byte[] original) {
        String text = new String(original, StandardCharsets.ISO_8859_1).stripTrailing();
        return !text.contains("\n\n") && !text.contains("\r\n\r\n");
    }
}
