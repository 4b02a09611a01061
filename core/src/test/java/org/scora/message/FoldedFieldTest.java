package org.scora.message;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FoldedFieldTest {

    @Test
    void foldsAtSpacesAndAfterCommas() {
        String tests = "tests=[" + "SOME_FINDING=1.0,".repeat(8) + "LAST=0.1]";
        String field = FoldedField.of("X-Spam-Status", "Yes, score=4.0 required=3.0 " + tests);
        assertThat(field.lines()).allMatch(line -> line.length() <= 78).hasSizeGreaterThan(2);
        assertThat(field.replace("\r\n ", "").replace(" ", ""))
                .isEqualTo("X-Spam-Status:Yes,score=4.0required=3.0" + tests);
    }

    @Test
    void letsNoValueBeginAFieldOfItsOwn() {
        assertThat(FoldedField.of("X", "a\r\nBcc: b\r\n\r\nbody\u0000\u00e9")).isEqualTo("X: a  Bcc: b    body ?");
    }

    @Property
    void neverHasALineThatIsTooLongOrNotAscii(@ForAll String value) {
        assertThat(FoldedField.of("X", value).split("\r\n"))
                .allMatch(line -> line.length() <= 998 && line.chars().allMatch(c -> c >= ' ' && c < 127))
                .allMatch(line -> line.startsWith("X: ") || (line.startsWith(" ") && !line.isBlank()));
    }
}
