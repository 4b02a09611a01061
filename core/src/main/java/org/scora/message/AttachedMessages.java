package org.scora.message;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whole messages within one: those that somebody forwards as attachments. */
public final class AttachedMessages {
    private static final int MOST = 100;

    private AttachedMessages() {}

    /**
     * The attached messages, in their order and decoded, each up to the reading limit for one part: those of a type for
     * messages (RFC 2046 section 5.2.1, RFC 6532 section 3.7) and files whose name ends in .eml. Messages within these are
     * not among them, and of more than 100 only the first are. Never fails for what a mail may contain.
     */
    public static List<byte[]> in(byte[] source) {
        return MimeReading.outermost(source, ReadingLimits.standard(), new Defects()).leaves().stream()
                .map(MimeReading.Leaf::part)
                .filter(AttachedMessages::isMessage)
                .map(Part::content)
                .limit(MOST)
                .toList();
    }

    private static boolean isMessage(Part part) {
        Optional<String> name = part.fileName().map(written -> written.toLowerCase(Locale.ROOT));
        return part.mediaType().equals("message/rfc822")
                || part.mediaType().equals("message/global")
                || name.filter(lower -> lower.endsWith(".eml")).isPresent();
    }
}
