package org.scora.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final String PLACE = "mailetcontainer.xml: mailet FlagSubject";
    private static final Setting<String> PREFIX = Setting.text("prefix", "[SPAM] ", "What stands before the subject.");
    private static final Setting<Integer> LIMIT = Setting.number("limit", 10, 1, 99, "How many.");
    private static final Setting<Boolean> ALWAYS = Setting.flag("always", false, "Whether always.");
    private static final Setting<Integer> LEVEL =
            Setting.required("level", "a number", "3", Integer::valueOf, "Which.");
    private static final List<Setting<?>> KNOWN = List.of(PREFIX, LIMIT, ALWAYS);

    @Test
    void whatIsNotWrittenHasItsDefault() {
        Settings settings = Settings.of(PLACE, Map.of(), KNOWN);
        assertThat(settings.get(PREFIX)).isEqualTo("[SPAM] ");
        assertThat(settings.get(LIMIT)).isEqualTo(10);
        assertThat(settings.get(ALWAYS)).isFalse();
    }

    @Test
    void whatIsWrittenCountsWithoutTheBlanksAround() {
        Settings settings = Settings.of(PLACE, Map.of("limit", " 99\n", "always", "true"), KNOWN);
        assertThat(settings.get(LIMIT)).isEqualTo(99);
        assertThat(settings.get(ALWAYS)).isTrue();
    }

    @Test
    void mistypedKeyIsAnErrorThatSuggestsTheNearest() {
        assertThatThrownBy(() -> Settings.of(PLACE, Map.of("Limmit", "5"), KNOWN))
                .isInstanceOf(SettingException.class)
                .hasMessage(PLACE + ": Limmit: unknown key (value '5'). Did you mean 'limit'?");
    }

    @Test
    void keyThatIsNearNothingIsAnErrorThatListsAll() {
        assertThatThrownBy(() -> Settings.of(PLACE, Map.of("colour", "red"), KNOWN))
                .hasMessageEndingWith("Known here: always, limit, prefix.");
        assertThatThrownBy(() -> Settings.of(PLACE, Map.of("colour", "red"), List.of()))
                .hasMessageEndingWith("Nothing can be set here.");
    }

    @Test
    void missingKeyIsAnErrorWithAnExample() {
        assertThatThrownBy(() -> Settings.of(PLACE, Map.of(), List.of(LEVEL)))
                .hasMessage(PLACE + ": level: has to be set. Expected a number, for example '3'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "100", "-1", "ten", "", "1.5", "99999999999"})
    void numbersOutOfBoundsOrNoneAtAllAreErrors(String written) {
        assertThatThrownBy(() -> Settings.of(PLACE, Map.of("limit", written), KNOWN))
                .hasMessageContaining("bad value '" + written + "'")
                .hasMessageEndingWith("Expected a whole number from 1 to 99, for example '10'.")
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "True", "1", "bayes"})
    void whatMerelyLooksTrueIsAnError(String written) {
        assertThatThrownBy(() -> Settings.of(PLACE, Map.of("always", written), KNOWN))
                .hasMessageContaining("neither true nor false");
    }

    @Test
    void allProblemsOfAPlaceAreReportedAtOnce() {
        Map<String, String> written = Map.of("perfix", "x", "limit", "0", "always", "maybe");
        assertThat(Settings.problems(PLACE, written, List.of(PREFIX, LIMIT, ALWAYS, LEVEL)))
                .extracting(SettingException::key)
                .containsExactlyInAnyOrder("perfix", "limit", "always", "level");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dispositon", "Disposition", "dispositions", "dispostion"})
    void slipsAreRecognised(String written) {
        assertThat(NearestName.to(written, List.of("sensitivity", "disposition")))
                .contains("disposition");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "position-of-all", "", "deposit"})
    void otherWordsAreNot(String written) {
        assertThat(NearestName.to(written, List.of("sensitivity", "disposition")))
                .isEmpty();
    }

    @Test
    void amongNamesThatAreEquallyNearTheFirstOfTheAlphabetIsSuggested() {
        assertThat(NearestName.to("bat", List.of("cat", "bar"))).contains("bar");
    }
}
