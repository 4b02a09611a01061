package org.scora.message;

import java.util.List;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.Event;

/** Hears what mime4j complains about and goes on reading. It knows its complaints by their beginnings alone. */
final class ParserWarnings extends DecodeMonitor {
    private static final List<String> ENCODING = List.of(
            "Unexpected base64 byte", "Unexpected end of BASE64", "Unexpected padding", "Malformed encoded value");

    private final Defects defects;

    ParserWarnings(Defects defects) {
        this.defects = defects;
    }

    @Override
    public boolean isListening() {
        return true;
    }

    @Override
    public boolean warn(String error, String consequence) {
        if (error.equals(Event.MIME_BODY_PREMATURE_END.toString())) {
            defects.add(Defect.Kind.TRUNCATED, "The message ends before the last boundary of a multipart.");
        } else if (ENCODING.stream().anyMatch(error::startsWith)) {
            defects.add(Defect.Kind.BAD_ENCODING, "A part breaks the transfer encoding that it declares.");
        }
        return false;
    }
}
