package org.scora.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlowClientsTest {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final EmbeddedChannel channel = new EmbeddedChannel(false, false);

    @BeforeEach
    void connect() throws Exception {
        channel.freezeTime();
        SlowClients.addTo(channel.pipeline());
        channel.register();
    }

    @Test
    void aCommandThatComesOctetByOctetIsEndedInFiveMinutes() {
        for (int second = 0; second < SlowClients.FOR_A_LINE.toSeconds(); second++) {
            assertThat(channel.isOpen()).isTrue();
            receive("x");
            pass(A_MOMENT);
        }
        assertCutOff();
    }

    @Test
    void aFinishedCommandIsTheClientsRightAndTheNextHasItsOwnTime() {
        for (int time = 0; time < 8; time++) {
            receive("NO");
            pass(SlowClients.FOR_A_LINE.minus(A_MINUTE));
            receive("OP\r\n");
        }
        assertThat(channel.isOpen()).isTrue();
        receive("NOOP\r\nNO");
        pass(SlowClients.FOR_A_LINE);
        assertCutOff();
    }

    @Test
    void aMessageMayTakeAnHourWithoutALineEndAndNoLonger() {
        receive("DATA\r\n");
        answer("354 Go ahead\r\n");
        for (int minute = 0; minute < SlowClients.FOR_A_MESSAGE.toMinutes(); minute++) {
            assertThat(channel.isOpen()).isTrue();
            receive("x");
            pass(A_MINUTE);
        }
        assertCutOff();
    }

    @Test
    void messagesInARowHaveTheirOwnTimes() {
        for (int message = 0; message < 5; message++) {
            pass(SlowClients.WITHOUT_A_MESSAGE.minus(A_MINUTE));
            receive("DATA\r\n");
            answer("354 Go ahead\r\n");
            pass(SlowClients.FOR_A_MESSAGE.minus(A_MINUTE));
            receive("text\r\n.\r\n");
            answer("250 Taken\r\n");
        }
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void aSessionOfNothingButCommandsHasAnEnd() {
        for (int minute = 0; minute < SlowClients.WITHOUT_A_MESSAGE.toMinutes(); minute++) {
            assertThat(channel.isOpen()).isTrue();
            receive("NOOP\r\n");
            answer("250 OK\r\n");
            pass(A_MINUTE);
        }
        assertCutOff();
    }

    private void receive(String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
        channel.releaseInbound();
    }

    private void answer(String text) {
        channel.writeOutbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
        channel.releaseOutbound();
    }

    private void pass(Duration time) {
        channel.advanceTimeBy(time.toMillis(), TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
    }

    private void assertCutOff() {
        ByteBuf answer = channel.readOutbound();
        assertThat(answer.toString(StandardCharsets.US_ASCII)).startsWith("421 4.4.2 ");
        answer.release();
        assertThat(channel.isOpen()).isFalse();
    }
}
