package org.scora.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTest {

    @Test
    void fillsUpToTheWidth() {
        assertThat(Columns.left("ab", 5)).isEqualTo("ab   ");
        assertThat(Columns.right("ab", 5)).isEqualTo("   ab");
        assertThat(Columns.left("longer", 5)).isEqualTo("longer");
    }

    @Test
    void countsThePlacesThatCharactersTake() {
        assertThat(Columns.width("中獎")).isEqualTo(4);
        assertThat(Columns.width("e\u0301\u2060")).isEqualTo(1);
        assertThat(Columns.left("中獎", 5)).isEqualTo("中獎 ");
    }

    @Test
    void breaksBetweenWordsAndIndentsWhatFollows() {
        String text = "word ".repeat(20).strip();
        assertThat(Columns.wrap(text, 10))
                .isEqualTo("word ".repeat(13).strip() + "\n          "
                        + "word ".repeat(7).strip());
    }

    @Test
    void breaksAWordThatFillsMoreThanALine() {
        assertThat(Columns.wrap("x".repeat(100), 8)).isEqualTo("x".repeat(70) + "\n        " + "x".repeat(30));
    }

    @Test
    void aNoBreakSpaceHoldsWordsTogetherAndIsPrintedAsASpace() {
        assertThat(Columns.wrap("x".repeat(70) + " 1\u00a0not\u00a0processed", 0))
                .isEqualTo("x".repeat(70) + "\n1 not processed");
    }
}
