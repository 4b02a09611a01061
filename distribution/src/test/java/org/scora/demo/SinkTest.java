package org.scora.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SinkTest {
    private static final byte[] PLAIN = "Subject: hello\r\n\r\nGood morning\r\n".getBytes(StandardCharsets.ISO_8859_1);

    @TempDir
    Path folder;

    private Sink sink;

    @BeforeEach
    void start() {
        sink = Sink.start(folder, 0);
    }

    @AfterEach
    void stop() {
        sink.close();
    }

    @Test
    void whatArrivesIsKeptByteForByte() throws IOException {
        byte[] awkward = awkwardMessage();

        assertThat(send("anna@example.com", awkward).code()).isEqualTo(250);

        assertThat(sink.countFor("anna@example.com")).isEqualTo(1);
        assertThat(sink.mailsTo("anna@example.com").get(0).source()).isEqualTo(awkward);
    }

    @Test
    void linesThatBeginWithDotsKeepThem() throws IOException {
        byte[] dots = "Subject: dots\r\n\r\n.\r\n..\r\n.x\r\n...\r\n".getBytes(StandardCharsets.ISO_8859_1);

        send("anna@example.com", dots);

        assertThat(sink.mailsTo("anna@example.com").get(0).source()).isEqualTo(dots);
    }

    @Test
    void copiesAreCountedByRecipientWithoutRegardToCase() throws IOException {
        send("Anna@example.com", PLAIN);
        send("anna@EXAMPLE.com", PLAIN);
        send("bert@example.com", PLAIN);

        assertThat(sink.countFor("anna@example.com")).isEqualTo(2);
        assertThat(sink.countFor("bert@example.com")).isEqualTo(1);
        assertThat(sink.countFor("carl@example.com")).isZero();
        assertThat(sink.mailsTo("bert@example.com")).hasSize(1);
    }

    @Test
    void theNullSenderIsTaken() throws IOException {
        try (SmtpClient client = SmtpClient.connect(sink.port(), "client.example", Duration.ofSeconds(10))) {
            assertThat(client.send("", "anna@example.com", PLAIN).code()).isEqualTo(250);
        }

        assertThat(sink.mailsTo("anna@example.com").get(0).sender()).isEmpty();
    }

    @Test
    void aBadDayIsA451AndNothingIsKept() throws IOException {
        sink.turn(Sink.Mood.PUTTING_OFF);

        assertThat(send("anna@example.com", PLAIN).code()).isEqualTo(451);
        assertThat(sink.count()).isZero();
    }

    @Test
    void aRefusalIsA550AndNothingIsKept() throws IOException {
        sink.turn(Sink.Mood.REFUSING);

        assertThat(send("anna@example.com", PLAIN).code()).isEqualTo(550);
        assertThat(sink.count()).isZero();
    }

    @Test
    void whatWasTakenOutlivesATimeOfBeingDown() throws IOException {
        send("anna@example.com", PLAIN);
        sink.goDown();

        assertThatThrownBy(() -> send("anna@example.com", PLAIN)).isInstanceOf(IOException.class);

        sink.comeUp();
        send("anna@example.com", PLAIN);
        assertThat(sink.countFor("anna@example.com")).isEqualTo(2);
    }

    private SmtpAnswer send(String recipient, byte[] message) throws IOException {
        try (SmtpClient client = SmtpClient.connect(sink.port(), "client.example", Duration.ofSeconds(10))) {
            return client.send("sender@client.example", recipient, message);
        }
    }

    /** All 8-bit values outside of line ends, a NUL, a line of 200,000 octets, and no header at all. */
    private static byte[] awkwardMessage() {
        StringBuilder text = new StringBuilder("\r\n");
        for (char octet = 0; octet < 256; octet++) {
            text.append(octet == '\r' || octet == '\n' ? ' ' : octet);
        }
        char[] line = new char[200_000];
        Arrays.fill(line, 'x');
        return text.append("\r\n").append(line).append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
