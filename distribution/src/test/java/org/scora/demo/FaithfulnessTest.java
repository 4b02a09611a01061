package org.scora.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FaithfulnessTest {
    private static final String SENT = "From: a@client.example\r\nSubject: hello\r\n\r\nGood morning\r\n";

    private final Faithfulness faithfulness = new Faithfulness("mx.scora.example");

    @Test
    void whatTheGatewayAddsIsNoAlteration() {
        String received = "Received: from client.example\r\n\tby mx.scora.example with ESMTP\r\n"
                + "Authentication-Results: mx.scora.example; spf=pass\r\nX-Scora-Id: 4QX7-M2DA-9KTW\r\n" + SENT;

        assertThat(unaltered(SENT, received)).isTrue();
    }

    @Test
    void whatTheGatewayHasToTakeOutIsNoAlteration() {
        assertThat(unaltered("X-Spam-Flag: YES\r\n" + SENT, SENT)).isTrue();
    }

    @Test
    void fieldsOfOthersHaveToStay() {
        String theirs = "Received: by relay.client.example\r\nAuthentication-Results: client.example; spf=pass\r\n";

        assertThat(unaltered(theirs + SENT, SENT)).isFalse();
    }

    @Test
    void oneByteOfTheBodyMakesADifference() {
        assertThat(unaltered(SENT, SENT.replace("morning", "mornink"))).isFalse();
    }

    @Test
    void anotherFoldingOfAFieldMakesADifference() {
        assertThat(unaltered("X-Note: one two\r\n" + SENT, "X-Note: one\r\n two\r\n" + SENT))
                .isFalse();
    }

    @Test
    void anotherOrderOfFieldsMakesADifference() {
        assertThat(unaltered(SENT, "Subject: hello\r\nFrom: a@client.example\r\n\r\nGood morning\r\n"))
                .isFalse();
    }

    @Test
    void aLineOfTheBodyThatLooksLikeAFieldCounts() {
        assertThat(unaltered(SENT, SENT + "X-Scora-Id: 1\r\n")).isFalse();
    }

    @Test
    void theSubjectMayDifferOnlyWhereItWasToBeFlagged() {
        byte[] flagged = bytes(SENT.replace("hello", "[SPAM] hello"));

        assertThat(faithfulness.unaltered(bytes(SENT), flagged, true)).isTrue();
        assertThat(faithfulness.unaltered(bytes(SENT), flagged, false)).isFalse();
    }

    @Test
    void aMessageWithoutHeaderIsComparedToo() {
        assertThat(unaltered("\r\nonly text\r\n", "\r\nonly text\r\n")).isTrue();
        assertThat(unaltered("\r\nonly text\r\n", "\r\nother text\r\n")).isFalse();
    }

    private boolean unaltered(String sent, String received) {
        return faithfulness.unaltered(bytes(sent), bytes(received), false);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
