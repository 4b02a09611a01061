package org.scora.check.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.apache.james.mime4j.io.EOLConvertingInputStream;
import org.junit.jupiter.api.Test;

class LineEndsTest {
    @Test
    void loneLineFeedsAndCarriageReturnsBecomeBoth() {
        assertThat(converted("a\nb\rc\r\nd\n")).isEqualTo("a\r\nb\r\nc\r\nd\r\n");
        assertThat(converted("\n\r")).isEqualTo("\r\n\r\n");
        assertThat(converted("")).isEmpty();
    }

    @Test
    void whatHasNoLoneLineFeedStaysAsItIs() {
        assertThat(converted("a\r\nb\rc\r\n")).isEqualTo("a\r\nb\rc\r\n");
    }

    @Test
    void theResultIsThatOfTheMailParser() throws IOException {
        Random random = new Random(7);
        for (int round = 0; round < 1000; round++) {
            StringBuilder text = new StringBuilder("\n");
            for (int i = 0; i < 20; i++) {
                text.append("ab\r\n".charAt(random.nextInt(4)));
            }
            byte[] source = text.toString().getBytes(StandardCharsets.US_ASCII);
            assertThat(LineEnds.withCrlf(source))
                    .isEqualTo(new EOLConvertingInputStream(new ByteArrayInputStream(source)).readAllBytes());
        }
    }

    private static String converted(String text) {
        return new String(LineEnds.withCrlf(text.getBytes(StandardCharsets.US_ASCII)), StandardCharsets.US_ASCII);
    }
}
