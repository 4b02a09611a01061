package org.scora.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scora.score.Weights;
import org.scora.setting.SettingException;

class WordingsTest {
    @TempDir
    Path conf;

    private void write(String file, String text) throws IOException {
        Path folder = Files.createDirectories(conf.resolve("texts"));
        Files.writeString(folder.resolve(file), text);
    }

    @Test
    void germanSaysEverythingThatEnglishSaysButTheBrand() throws IOException {
        Set<Object> english = keys("mails.properties");
        english.removeIf(key -> key.toString().startsWith("brand."));
        Set<Object> german = keys("mails_de.properties");
        german.removeIf(key -> key.toString().startsWith("finding."));
        assertThat(german).isEqualTo(english);
    }

    @Test
    void germanSaysNothingAboutFindingsThatThereAreNot() throws IOException {
        Weights weights = Weights.shipped();
        assertThat(keys("mails_de.properties").stream()
                        .map(Object::toString)
                        .filter(key -> key.startsWith("finding."))
                        .map(key -> key.substring("finding.".length())))
                .hasSizeGreaterThan(100)
                .allSatisfy(name -> assertThat(weights.of(name)).isPresent());
    }

    @Test
    void aFindingIsNamedInTheReadersLanguageOrNotAtAll() {
        Wordings wordings = Wordings.shipped();
        assertThat(wordings.in(Locale.GERMAN).finding("GTUBE", "The text"))
                .hasValueSatisfying(text -> assertThat(text).startsWith("Im Text"));
        assertThat(wordings.in(Locale.GERMAN).finding("OF_THIS_SITE", "The text"))
                .isEmpty();
        assertThat(wordings.in(Locale.ENGLISH).finding("OF_THIS_SITE", "The text"))
                .contains("The text");
    }

    private static Set<Object> keys(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Wordings.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties.keySet();
    }

    @Test
    void thePluralIsThatOfTheLanguage() {
        Wording german = Wordings.shipped().in(Locale.GERMAN);
        assertThat(german.say("digest.headline", 1, "ann")).startsWith("1 Nachricht wurde für ann");
        assertThat(german.say("digest.headline", 1200, "ann")).startsWith("1.200 Nachrichten wurden für ann");
    }

    @Test
    void whatAStrangerWroteIsNotReadAsAPattern() {
        assertThat(Wordings.shipped().in(Locale.ENGLISH).say("item.blocked", "{0} '{1}"))
                .isEqualTo("Its sender is blocked by the entry {0} '{1}.");
    }

    @Test
    void aLanguageThatIsNotThereIsSaidInEnglish() {
        assertThat(Wordings.shipped().in(new Locale("cy")).say("action.delete")).isEqualTo("Delete");
    }

    @Test
    void anOperatorReplacesSingleSentencesAndAddsALanguage() throws IOException {
        write("mails.properties", "brand.name=Example Mail\naction.delete=Away with it\n");
        write("mails_de.properties", "action.delete=Weg damit\n");
        write("mails_fr.properties", "action.delete=Supprimer\n");

        Wordings wordings = Wordings.in(conf);

        assertThat(wordings.in(Locale.ENGLISH).say("action.delete")).isEqualTo("Away with it");
        assertThat(wordings.in(Locale.ENGLISH).say("action.release")).isEqualTo("Release");
        assertThat(wordings.in(Locale.GERMAN).say("action.delete")).isEqualTo("Weg damit");
        assertThat(wordings.in(Locale.GERMAN).say("action.release")).isEqualTo("Freigeben");
        assertThat(wordings.in(Locale.GERMAN).say("brand.name")).isEqualTo("Example Mail");
        assertThat(wordings.in(Locale.FRENCH).say("action.delete")).isEqualTo("Supprimer");
        assertThat(wordings.in(Locale.FRENCH).say("action.release")).isEqualTo("Release");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    mails.properties    | action.relase=Go              | unknown key. Did you mean 'action.release'?
                    mails_de.properties | group.spam=Spam {1}           | nothing is filled in for {1}
                    mails.properties    | group.spam=Spam {0            | can not be read
                    mails.properties    | brand.color=green             | 'green' is no color
                    mails.properties    | time.day=d MMM jjjj           | no pattern of a time
                    mail.properties     | action.release=Go             | is no file of texts
                    """)
    void aMistakeIsNamedWithItsFileAndKey(String file, String line, String problem) throws IOException {
        write(file, line + "\n");

        assertThat(Wordings.problems(conf))
                .singleElement()
                .satisfies(found -> assertThat(found.getMessage()).contains(file, problem));
        assertThatThrownBy(() -> Wordings.in(conf)).isInstanceOf(SettingException.class);
    }

    @Test
    void aFileInAnotherCharsetIsNamed() throws IOException {
        write("mails_de.properties", "");
        Files.write(
                conf.resolve("texts/mails_de.properties"),
                "action.delete=L\u00f6schen".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(Wordings.problems(conf))
                .singleElement()
                .satisfies(found -> assertThat(found.problem()).isEqualTo("is not in UTF-8"));
    }
}
