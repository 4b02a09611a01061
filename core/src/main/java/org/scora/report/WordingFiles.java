package org.scora.report;

import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.scora.setting.SettingException;

/** The sentences that an operator wrote, and what is wrong with them. */
final class WordingFiles {
    private static final String FOLDER = "texts";
    private static final String NAME = "mails.properties";
    private static final Pattern FILE = Pattern.compile("mails(?:_(?<language>[a-z]{2,3}))?\\.properties");
    private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");

    private final Map<String, String> english;
    private final Map<Locale, Map<String, String>> written = new HashMap<>();
    private final List<SettingException> problems = new ArrayList<>();

    private WordingFiles(Map<String, String> english, Map<String, String> findings) {
        this.english = new TreeMap<>(english);
        this.english.putAll(findings);
    }

    /**
     * @param english all sentences that there are
     * @param findings what findings say
     */
    static WordingFiles read(Path confFolder, Map<String, String> english, Map<String, String> findings) {
        WordingFiles files = new WordingFiles(english, findings);
        Path folder = confFolder.resolve(FOLDER);
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.list(folder)) {
                all.filter(file -> file.toString().endsWith(".properties"))
                        .sorted()
                        .forEach(files::read);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    /** Sentences by language; those for all languages under the root. */
    Map<Locale, Map<String, String>> written() {
        return written;
    }

    List<SettingException> problems() {
        return problems;
    }

    private void read(Path file) {
        String name = String.valueOf(file.getFileName());
        Matcher known = FILE.matcher(name);
        if (!known.matches()) {
            problems.add(SettingException.of(
                    file.toString(),
                    name,
                    "is no file of texts",
                    "The texts stand in " + NAME + ", and for a language such as German in mails_de.properties."));
            return;
        }
        Locale locale = Optional.ofNullable(known.group("language"))
                .filter(language -> !language.equals("en"))
                .map(Locale::new)
                .orElse(Locale.ROOT);
        Map<String, String> sentences = sentences(file);
        sentences.forEach((key, sentence) -> check(file, key, sentence));
        written.computeIfAbsent(locale, unused -> new TreeMap<>()).putAll(sentences);
    }

    private Map<String, String> sentences(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (CharacterCodingException e) {
            problems.add(SettingException.of(
                    file.toString(), String.valueOf(file.getFileName()), "is not in UTF-8", "Save it in UTF-8."));
        } catch (IllegalArgumentException e) {
            problems.add(SettingException.of(
                    file.toString(),
                    String.valueOf(file.getFileName()),
                    "can not be read: " + e.getMessage(),
                    "A backslash has to be written twice."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> sentences = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> sentences.put(key, properties.getProperty(key)));
        return sentences;
    }

    private void check(Path file, String key, String sentence) {
        String known = english.get(key);
        if (known == null) {
            problem(file, key, "unknown key", SettingException.remedyForName(key, english.keySet()));
        } else if (key.equals("brand.color")) {
            if (!COLOR.matcher(sentence).matches()) {
                problem(file, key, "'" + sentence + "' is no color", "Expected one such as #2f7563.");
            }
        } else if (key.startsWith("time.")) {
            checkTime(file, key, sentence);
        } else if (!key.startsWith(Wording.FINDING)) {
            checkValues(file, key, sentence, known);
        }
    }

    private void checkTime(Path file, String key, String sentence) {
        try {
            String sample = DateTimeFormatter.ofPattern(sentence, Locale.ROOT)
                    .withZone(ZoneOffset.UTC)
                    .format(Instant.EPOCH);
            if (sample.isBlank()) {
                problem(file, key, "is empty", "Expected one such as " + english.get(key));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            problem(file, key, "no pattern of a time: " + e.getMessage(), "Expected one such as " + english.get(key));
        }
    }

    private void checkValues(Path file, String key, String sentence, String known) {
        try {
            Set<String> strange = values(sentence);
            strange.removeAll(values(known));
            if (!strange.isEmpty()) {
                problem(
                        file,
                        key,
                        "nothing is filled in for {" + strange.iterator().next() + "}",
                        "See: " + known);
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            problem(file, key, "can not be read: " + e.getMessage(), "Write a curly bracket as '{'.");
        }
    }

    private static Set<String> values(String sentence) {
        MessagePattern pattern = new MessagePattern(sentence);
        Set<String> values = new TreeSet<>();
        for (int part = 0; part < pattern.countParts(); part++) {
            if (pattern.getPartType(part) == MessagePattern.Part.Type.ARG_START) {
                values.add(pattern.getSubstring(pattern.getPart(part + 1)));
            }
        }
        return values;
    }

    private void problem(Path file, String key, String problem, String remedy) {
        problems.add(SettingException.of(file.toString(), key, problem, remedy));
    }
}
