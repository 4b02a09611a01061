package org.scora.check.attachment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.message.IncomingMessage;
import org.scora.message.Part;
import org.scora.score.Finding;

/** Is the message signed or encrypted by its writer, or an entry for a calendar? Noted, because it explains odd parts. */
public final class NotedParts implements Check {
    static final String SMIME = "SMIME_PART";
    static final String PGP = "PGP_PART";
    static final String CALENDAR = "CALENDAR_PART";

    private static final Map<String, String> BY_TYPE = Map.of(
            "application/pkcs7-signature", SMIME,
            "application/x-pkcs7-signature", SMIME,
            "application/pkcs7-mime", SMIME,
            "application/x-pkcs7-mime", SMIME,
            "application/pgp-signature", PGP,
            "application/pgp-encrypted", PGP,
            "text/calendar", CALENDAR,
            "application/ics", CALENDAR);
    private static final String INLINE_PGP = "-----BEGIN PGP ";

    @Override
    public String name() {
        return "noted-parts";
    }

    @Override
    public List<String> findings() {
        return List.of(SMIME, PGP, CALENDAR);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        Stream<Finding> parts = message.parts().stream().flatMap(part -> note(part).stream());
        Stream<Finding> inline = message.text().contains(INLINE_PGP)
                ? Stream.of(new Finding(PGP, "the text is signed or encrypted"))
                : Stream.empty();
        return FirstOfEach.of(Stream.concat(parts, inline));
    }

    private static Optional<Finding> note(Part part) {
        return Optional.ofNullable(BY_TYPE.get(part.mediaType()))
                .map(name -> new Finding(name, "a part is of the type " + part.mediaType()));
    }
}
