package org.scora.message;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.BodyDescriptorBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.RawField;
import org.jspecify.annotations.Nullable;

/** Gathers the fields of a part's header that say what its body is. The first field of a name counts. */
final class PartHeader implements BodyDescriptorBuilder {
    private static final String TYPE = "content-type";
    private static final String ENCODING = "content-transfer-encoding";
    private static final String DISPOSITION = "content-disposition";
    private static final Set<String> NAMES = Set.of(TYPE, ENCODING, DISPOSITION);
    private static final Set<String> ENCODINGS = Set.of("7bit", "8bit", "binary", "base64", "quoted-printable");
    private static final int LONGEST_NAME = 100;

    private final String defaultType;
    private final ReadingLimits limits;
    private final Defects defects;
    private final Map<String, HeaderParameters> fields = new HashMap<>();

    PartHeader(ReadingLimits limits, Defects defects) {
        this("text/plain", limits, defects);
    }

    private PartHeader(String defaultType, ReadingLimits limits, Defects defects) {
        this.defaultType = defaultType;
        this.limits = limits;
        this.defects = defects;
    }

    @Override
    public void reset() {
        fields.clear();
    }

    @Override
    public @Nullable Field addField(RawField field) {
        if (NAMES.contains(field.getNameLowerCase())) {
            fields.putIfAbsent(
                    field.getNameLowerCase(),
                    HeaderParameters.of(HeaderFields.of(field).value()));
        }
        return null;
    }

    @Override
    public BodyDescriptor build() {
        HeaderParameters type = field(TYPE);
        HeaderParameters disposition = field(DISPOSITION);
        Optional<String> boundary = type.get("boundary").filter(this::isSearchable);
        return new PartDescriptor(
                mediaType(type, boundary),
                boundary,
                type.get("charset").map(name -> HeaderText.cut(name, LONGEST_NAME)),
                encoding(field(ENCODING).value()),
                disposition.decoded("filename").or(() -> type.decoded("name")).map(PartHeader::end),
                disposition.value().equals("attachment"));
    }

    /** The parts of a digest are messages unless they say otherwise (RFC 2046 section 5.1.5). */
    @Override
    public BodyDescriptorBuilder newChild() {
        boolean digest = field(TYPE).value().equals("multipart/digest");
        return new PartHeader(digest ? "message/rfc822" : "text/plain", limits, defects);
    }

    private HeaderParameters field(String name) {
        return fields.getOrDefault(name, HeaderParameters.NONE);
    }

    private String mediaType(HeaderParameters type, Optional<String> boundary) {
        // Some write blanks around the slash, or forget the semicolon behind the type.
        String written = HeaderText.cut(type.value().replace(" /", "/").replace("/ ", "/"), LONGEST_NAME)
                .split(" ", 2)[0];
        if (!written.matches("[^/]+/[^/]+")) {
            return defaultType;
        }
        if (written.startsWith("multipart/") && boundary.isEmpty()) {
            defects.add(Defect.Kind.UNREADABLE, "A multipart could not be taken apart: it names no usable boundary.");
            return "text/plain";
        }
        return written;
    }

    private boolean isSearchable(String boundary) {
        return boundary.length() <= limits.boundaryLength();
    }

    private String encoding(String written) {
        String encoding = written.isEmpty() ? "7bit" : written.replace("\"", "").split("[ ;]", 2)[0];
        if (!ENCODINGS.contains(encoding)) {
            defects.add(
                    Defect.Kind.BAD_ENCODING,
                    "The transfer encoding '" + HeaderText.forPeople(encoding) + "' is not known.");
        }
        return encoding;
    }

    // Of a file name that is too long the end is kept, for it tells the type.
    private static String end(String fileName) {
        return fileName.substring(Math.max(0, fileName.length() - HeaderText.LONGEST));
    }
}
