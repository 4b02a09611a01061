package org.scora.report;

import com.ibm.icu.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Scora's sentences in one language. Immutable. */
public final class Wording {
    /** What the keys of sentences about findings begin with. They stand in English with the weights. */
    static final String FINDING = "finding.";

    private final Locale locale;
    private final Map<String, String> sentences;

    /** @param sentences all of them, by key, in the form of ICU's MessageFormat */
    Wording(Locale locale, Map<String, String> sentences) {
        this.locale = locale;
        this.sentences = Map.copyOf(sentences);
    }

    /** The language, as it is named in HTML. */
    public String language() {
        return locale.toLanguageTag();
    }

    public Locale locale() {
        return locale;
    }

    /**
     * A sentence with values filled in.
     *
     * @throws IllegalArgumentException when there is none of that key
     */
    public String say(String key, Object... values) {
        return new MessageFormat(sentence(key), locale).format(values);
    }

    /**
     * What a finding says, in this language.
     *
     * @param english what it says in English
     * @return empty when that was not translated
     */
    public Optional<String> finding(String name, String english) {
        return Optional.ofNullable(sentences.get(FINDING + name))
                .or(() -> Optional.of(english).filter(text -> locale.equals(Locale.ENGLISH)));
    }

    /** A moment as people write it. */
    public String moment(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofPattern(sentence("time.moment"), locale)
                .withZone(zone)
                .format(instant);
    }

    /** A day as people write it. */
    public String day(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofPattern(sentence("time.day"), locale)
                .withZone(zone)
                .format(instant);
    }

    private String sentence(String key) {
        return Optional.ofNullable(sentences.get(key))
                .orElseThrow(() -> new IllegalArgumentException("there is no sentence '" + key + "'"));
    }
}
