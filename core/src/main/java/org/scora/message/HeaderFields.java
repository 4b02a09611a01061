package org.scora.message;

import com.google.common.base.CharMatcher;
import java.nio.charset.StandardCharsets;
import org.apache.james.mime4j.stream.RawField;

/** Makes header fields out of what the parser found. */
final class HeaderFields {
    private static final CharMatcher LINE_ENDS = CharMatcher.anyOf("\r\n");

    private HeaderFields() {}

    static HeaderField of(RawField field) {
        String raw = new String(field.getRaw().toByteArray(), StandardCharsets.ISO_8859_1);
        String value = raw.substring(field.getDelimiterIdx() + 1);
        return new HeaderField(field.getName(), LINE_ENDS.removeFrom(value).strip());
    }
}
