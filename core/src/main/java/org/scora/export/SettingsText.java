package org.scora.export;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.scora.domain.SettingScope.OfProfile;
import org.scora.setting.SettingException;

/**
 * The file: JSON (RFC 8259), sorted, one thing a line, so that two versions of it compare well.
 *
 * @param profiles what is set in each profile, by its name
 * @param domains by name
 */
public record SettingsText(
        SortedMap<String, SortedMap<String, String>> profiles, SortedMap<String, DomainText> domains) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** @param profiles may be left out in a file, as may the domains */
    public SettingsText {
        profiles = profiles == null ? new TreeMap<>() : profiles;
        domains = domains == null ? new TreeMap<>() : domains;
    }

    /** All that is stored. */
    public static SettingsText of(Stores stores) {
        SortedMap<String, SortedMap<String, String>> profiles = new TreeMap<>();
        stores.settings()
                .profiles()
                .forEach(name ->
                        profiles.put(name, new TreeMap<>(stores.settings().in(new OfProfile(name)))));
        SortedMap<String, DomainText> domains = new TreeMap<>();
        stores.domains().all().forEach(domain -> domains.put(domain.name(), DomainText.of(domain, stores)));
        return new SettingsText(profiles, domains);
    }

    /** Writes the file. */
    public void write(OutputStream out) throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
        MAPPER.writer(printer).writeValue(out, this);
        out.write('\n');
    }

    /**
     * Reads a file.
     *
     * @param name by which people know it
     * @throws SettingException that names line and key, when it is not such a file
     */
    public static SettingsText read(Path file, String name) throws IOException {
        try {
            return MAPPER.readValue(file.toFile(), SettingsText.class);
        } catch (UnrecognizedPropertyException e) {
            List<String> known =
                    e.getKnownPropertyIds().stream().map(Object::toString).toList();
            List<String> keys = keys(e);
            throw SettingException.of(
                    name + " line " + lineOf(file, keys),
                    String.join(" / ", keys),
                    "unknown key",
                    SettingException.remedyForName(e.getPropertyName(), known));
        } catch (JsonProcessingException e) {
            throw wrong(name, e, e.getOriginalMessage().lines().findFirst().orElse(""), "Correct it, then try again.");
        }
    }

    private static SettingException wrong(String name, JsonProcessingException e, String problem, String remedy) {
        String key = e instanceof JsonMappingException mapping ? String.join(" / ", keys(mapping)) : "";
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
        return SettingException.of(name + " line " + line, key.isEmpty() ? "the text" : key, problem, remedy);
    }

    private static List<String> keys(JsonMappingException e) {
        return e.getPath().stream()
                .map(one -> one.getFieldName() == null ? "[" + one.getIndex() + "]" : one.getFieldName())
                .toList();
    }

    /** The line on which a key stands that lies behind these keys; 0 when it is not found. */
    static int lineOf(Path file, List<String> keys) throws IOException {
        int found = 0;
        try (JsonParser parser = MAPPER.createParser(file.toFile())) {
            int depth = 0;
            for (JsonToken token = parser.nextToken();
                    token != null && found < keys.size();
                    token = parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                boolean here = token == JsonToken.FIELD_NAME && depth == found + 1;
                if (here && parser.currentName().equals(keys.get(found))) {
                    found++;
                    if (found == keys.size()) {
                        return parser.currentTokenLocation().getLineNr();
                    }
                }
            }
        }
        return 0;
    }
}
