package org.scora.check.text;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Phrases in families of one meaning, from a data file: family, tab, phrases with commas between; # begins a comment. */
final class Vocabulary {
    private Vocabulary() {}

    static Map<String, List<String>> read(String resource) {
        Map<String, List<String>> families = new LinkedHashMap<>();
        for (String line : Splitter.on('\n').omitEmptyStrings().split(text(resource))) {
            if (!line.startsWith("#")) {
                List<String> columns = Splitter.on('\t').trimResults().splitToList(line);
                families.put(
                        columns.get(0),
                        Splitter.on(',').trimResults().omitEmptyStrings().splitToList(columns.get(1)));
            }
        }
        return families;
    }

    private static String text(String resource) {
        try (InputStream stream = Objects.requireNonNull(Vocabulary.class.getResourceAsStream(resource), resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
