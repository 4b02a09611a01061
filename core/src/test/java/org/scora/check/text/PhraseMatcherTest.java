package org.scora.check.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;

class PhraseMatcherTest {

    @Property
    void findsExactlyThePhrasesThatTheTextContains(
            @ForAll @Size(min = 1, max = 12) @UniqueElements
                    List<@NotEmpty @StringLength(max = 4) @CharRange(from = 'a', to = 'c') String> phrases,
            @ForAll @StringLength(max = 60) @CharRange(from = 'a', to = 'd') String text) {
        BitSet expected = new BitSet();
        for (int i = 0; i < phrases.size(); i++) {
            expected.set(i, text.contains(phrases.get(i)));
        }
        assertThat(new PhraseMatcher(phrases).in(text)).isEqualTo(expected);
    }

    @Test
    void findsWholeWordsWhateverTheirCaseAccentsAndPunctuation() {
        assertThat(matches("claim your prize", "To CLAIM your -- prize!")).isTrue();
        assertThat(matches("mot de passe expiré", "Votre mot de passe expire.")).isTrue();
        assertThat(matches("dont reply", "Please don’t reply")).isTrue();
        assertThat(matches("claim", "the claimant")).isFalse();
        assertThat(matches("claim*", "the claimant")).isTrue();
        assertThat(matches("claim*", "we reclaim land")).isFalse();
    }

    @Test
    void findsChineseAmongOtherLetters() {
        assertThat(matches("邮箱已满", "您的邮箱已满，请注意")).isTrue();
    }

    @Test
    void seesThroughMarksThatDoNotShow() {
        assertThat(matches("viagra", "v\u200bi\u00adagra")).isTrue();
    }

    private static boolean matches(String phrase, String text) {
        return !new PhraseMatcher(List.of(PlainWords.ofPhrase(phrase)))
                .in(PlainWords.of(text, 1000))
                .isEmpty();
    }
}
