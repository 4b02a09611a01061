package org.scora.message;

import com.google.common.base.Splitter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.ByteArrayBuffer;

/**
 * The value and the parameters of a MIME header field (RFC 2045 section 5.1), with continuations and charsets of RFC
 * 2231, and with encoded words, which are not allowed there but common. The first parameter of a name counts.
 *
 * @param value what stands before the first semicolon, in lower case
 * @param parameters by name in lower case
 */
record HeaderParameters(String value, Map<String, String> parameters) {
    private static final int LONGEST_FIELD = 8 * 1024;
    private static final int MOST_PIECES = 100;

    static final HeaderParameters NONE = new HeaderParameters("", Map.of());

    HeaderParameters {
        parameters = Map.copyOf(parameters);
    }

    static HeaderParameters of(String fieldValue) {
        byte[] text = HeaderText.readable(fieldValue, LONGEST_FIELD).getBytes(StandardCharsets.UTF_8);
        RawBody body =
                RawFieldParser.DEFAULT.parseRawBody(new ByteArrayBuffer(text, true), new ParserCursor(0, text.length));
        Map<String, String> parameters = new HashMap<>();
        for (NameValuePair pair : body.getParams()) {
            if (pair.getValue() != null) {
                parameters.putIfAbsent(pair.getName().toLowerCase(Locale.ROOT), pair.getValue());
            }
        }
        return new HeaderParameters(body.getValue().toLowerCase(Locale.ROOT).strip(), parameters);
    }

    /** A parameter as it stands, trimmed; empty when it is blank. */
    Optional<String> get(String name) {
        return Optional.ofNullable(parameters.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** A parameter for people, decoded; the extended form of RFC 2231 wins, as section 4 of RFC 6266 asks. */
    Optional<String> decoded(String name) {
        return get(name + "*")
                .map(HeaderParameters::withoutCharset)
                .or(() -> joined(name))
                .or(() -> get(name).map(HeaderText::decoded))
                .map(text -> HeaderText.plain(text).strip())
                .filter(text -> !text.isEmpty());
    }

    // name*0, name*1 and so on; a star at the end says that this piece is percent-encoded (RFC 2231 section 4.1).
    private Optional<String> joined(String name) {
        StringBuilder pieces = new StringBuilder();
        boolean encoded = false;
        for (int i = 0; i < MOST_PIECES; i++) {
            String plain = parameters.get(name + "*" + i);
            String starred = parameters.get(name + "*" + i + "*");
            if (plain == null && starred == null) {
                break;
            }
            encoded |= starred != null;
            pieces.append(starred == null ? plain : starred);
        }
        String whole = pieces.toString();
        return whole.isEmpty()
                ? Optional.empty()
                : Optional.of(encoded ? withoutCharset(whole) : HeaderText.decoded(whole));
    }

    // charset'language'text
    private static String withoutCharset(String extended) {
        List<String> pieces = Splitter.on('\'').limit(3).splitToList(extended);
        if (pieces.size() < 3) {
            return percentDecoded(extended, StandardCharsets.UTF_8);
        }
        Charset charset = Charsets.known(pieces.get(0)).orElse(StandardCharsets.UTF_8);
        return percentDecoded(pieces.get(2), charset);
    }

    private static String percentDecoded(String text, Charset charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < encoded.length; i++) {
            if (encoded[i] == '%'
                    && i + 2 < encoded.length
                    && digit(encoded[i + 1]) >= 0
                    && digit(encoded[i + 2]) >= 0) {
                bytes.write(digit(encoded[i + 1]) * 16 + digit(encoded[i + 2]));
                i += 2;
            } else {
                bytes.write(encoded[i]);
            }
        }
        return bytes.toString(charset);
    }

    private static int digit(byte letter) {
        return Character.digit(letter, 16);
    }
}
