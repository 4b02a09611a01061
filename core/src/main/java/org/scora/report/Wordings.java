package org.scora.report;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scora.score.Composite;
import org.scora.score.Weight;
import org.scora.score.Weights;
import org.scora.setting.SettingException;

/**
 * Scora's sentences for people in all languages that there are: those that it comes with, and in their place those that
 * the operator wrote into {@code conf/texts}. What a language lacks is said in English. Immutable.
 */
public final class Wordings {
    private static final String BUNDLE = "org.scora.report.mails";
    private static final List<Locale> SHIPPED = List.of(Locale.ROOT, Locale.GERMAN);

    private final Map<Locale, Wording> wordings;

    private Wordings(Map<Locale, Wording> wordings) {
        this.wordings = Map.copyOf(wordings);
    }

    /** The sentences as Scora comes with them. */
    public static Wordings shipped() {
        return of(Map.of());
    }

    /**
     * With what the operator replaced.
     *
     * @throws SettingException for the first thing that is wrong in his files
     */
    public static Wordings in(Path confFolder) {
        WordingFiles files = WordingFiles.read(confFolder, english(), findings());
        files.problems().stream().findFirst().ifPresent(problem -> {
            throw problem;
        });
        return of(files.written());
    }

    /** Everything that is wrong in the operator's files. */
    public static List<SettingException> problems(Path confFolder) {
        return WordingFiles.read(confFolder, english(), findings()).problems();
    }

    private static Wordings of(Map<Locale, Map<String, String>> written) {
        Map<String, String> base = new TreeMap<>(english());
        base.putAll(written.getOrDefault(Locale.ROOT, Map.of()));
        Map<Locale, Wording> wordings = new HashMap<>();
        wordings.put(Locale.ENGLISH, new Wording(Locale.ENGLISH, base));
        SHIPPED.forEach(locale -> put(wordings, locale, base, written));
        written.keySet().forEach(locale -> put(wordings, locale, base, written));
        return new Wordings(wordings);
    }

    private static void put(
            Map<Locale, Wording> wordings,
            Locale locale,
            Map<String, String> base,
            Map<Locale, Map<String, String>> written) {
        if (!locale.equals(Locale.ROOT)) {
            Map<String, String> sentences = new TreeMap<>(base);
            sentences.putAll(ofLanguage(locale));
            sentences.putAll(written.getOrDefault(locale, Map.of()));
            wordings.put(locale, new Wording(locale, sentences));
        }
    }

    private static Map<String, String> english() {
        return own(bundle(Locale.ROOT));
    }

    private static Map<String, String> ofLanguage(Locale locale) {
        ResourceBundle bundle = bundle(locale);
        return bundle.getLocale().equals(locale) ? own(bundle) : Map.of();
    }

    private static Map<String, String> findings() {
        Weights weights = Weights.shipped();
        return Stream.concat(
                        weights.all().stream(), weights.composites().stream().map(Composite::weight))
                .collect(Collectors.toMap(weight -> Wording.FINDING + weight.name(), Weight::sentence));
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                BUNDLE,
                locale,
                Wordings.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    // The bundle's parents say the rest; they may have been replaced, so only its own sentences count here.
    private static Map<String, String> own(ResourceBundle bundle) {
        Map<String, String> sentences = new TreeMap<>();
        bundle.keySet().forEach(key -> sentences.put(key, bundle.getString(key)));
        if (!bundle.getLocale().equals(Locale.ROOT)) {
            Map<String, String> english = english();
            sentences.entrySet().removeIf(entry -> entry.getValue().equals(english.get(entry.getKey())));
        }
        return sentences;
    }

    /** The sentences in a language; the English ones where it is not known. */
    public Wording in(Locale language) {
        return Optional.ofNullable(wordings.get(language))
                .or(() -> Optional.ofNullable(wordings.get(Locale.ENGLISH)))
                .orElseThrow();
    }
}
