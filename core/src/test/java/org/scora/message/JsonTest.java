package org.scora.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTest {
    record Sample(Instant at, Optional<String> maybe, List<Mailbox> list, double number) {}

    private static final Sample SAMPLE = new Sample(
            Instant.parse("2025-06-02T08:15:04.123456Z"), Optional.of("ü\"\n"), List.of(new Mailbox("", "a@b")), -1.5);

    @Test
    void recordsComeBackAsTheyWere() {
        assertThat(Json.read(Json.write(SAMPLE), Sample.class)).isEqualTo(SAMPLE);
    }

    @Test
    void envelopesComeBackAsTheyWere() throws Exception {
        Envelope envelope = new Envelope(
                Optional.of(InetAddress.getByName("2001:db8::1")),
                Optional.empty(),
                Optional.of("a@b"),
                List.of("c@d"));
        assertThat(Json.read(Json.write(envelope), Envelope.class)).isEqualTo(envelope);
    }

    @Test
    void timesAreIso8601() {
        assertThat(Json.write(SAMPLE)).contains("\"2025-06-02T08:15:04.123456Z\"");
    }

    @Test
    void propertiesOfALaterReleaseAreLeftOut() {
        assertThat(Json.read("{\"displayName\":\"A\",\"address\":\"a@b\",\"added\":{}}", Mailbox.class))
                .isEqualTo(new Mailbox("A", "a@b"));
    }

    @Test
    void whatIsNoJsonOfTheTypeIsRefused() {
        assertThatThrownBy(() -> Json.read("{\"at\":\"yesterday\"}", Sample.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not the JSON of a Sample");
        assertThatThrownBy(() -> Json.read("", Map.class)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsNoPlainValueIsNotWritten() {
        assertThatThrownBy(() -> Json.write(new Object())).isInstanceOf(IllegalArgumentException.class);
    }
}
