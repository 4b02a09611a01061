package org.scora.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.AttributeKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.james.protocols.api.CommandDetectionSession;
import org.apache.james.protocols.netty.CommandInjectionDetectedException;
import org.apache.james.protocols.netty.HandlerConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmtpLinesTest {
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final AtomicInteger questions = new AtomicInteger();

    @BeforeEach
    void set() {
        channel.pipeline().addLast(new SmtpLines(channel.pipeline()));
        channel.pipeline().addLast(HandlerConstants.CORE_HANDLER, new ChannelInboundHandlerAdapter());
        channel.attr(AttributeKey.<CommandDetectionSession>valueOf("session")).set(new CountingSession(questions));
    }

    @Test
    void linesArriveOneByOneWithTheirEnds() {
        receive("first\r\nsec");
        receive("ond\r\n");

        assertThat(lines()).containsExactly("first\r\n", "second\r\n");
    }

    @Test
    void aLineThatIsLongerThanTheStandardAllowsArrivesWhole() {
        String line = "x".repeat(200_000) + "\r\n";

        receive(line.substring(0, 9_000));
        receive(line.substring(9_000));

        assertThat(lines()).containsExactly(line);
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void whoExceedsTheLimitIsToldAndCutOffAndNothingOfItIsTaken() {
        receive("DATA\r\n");
        lines();

        receive("x".repeat(SmtpLines.LONGEST + 1));
        receive("x\r\n.\r\n");

        assertThat(lines()).isEmpty();
        assertThat(text(channel.readOutbound())).startsWith("500 5.5.2 ");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void commandsBehindStartTlsAreDetected() {
        assertThatThrownBy(() -> receive("NOOP\r\n StartTLS\r\nMAIL FROM:<a@b.example>\r\n"))
                .hasCauseInstanceOf(CommandInjectionDetectedException.class);
        assertThat(lines()).containsExactly("NOOP\r\n");
    }

    @Test
    void noLineButStartTlsMakesJamesLookThroughAllThatHasArrived() {
        receive("NOOP\r\nRSET\r\nx starttls\r\n\r\n");

        assertThat(lines()).hasSize(4);
        assertThat(questions).hasValue(0);
    }

    private void receive(String text) {
        if (channel.isOpen()) {
            channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1));
        }
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (ByteBuf line = channel.readInbound(); line != null; line = channel.readInbound()) {
            lines.add(text(line));
        }
        return lines;
    }

    private static String text(ByteBuf buffer) {
        String text = buffer.toString(StandardCharsets.ISO_8859_1);
        buffer.release();
        return text;
    }

    private record CountingSession(AtomicInteger questions) implements CommandDetectionSession {
        @Override
        public boolean needsCommandInjectionDetection() {
            questions.incrementAndGet();
            return true;
        }

        @Override
        public void startDetectingCommandInjection() {}

        @Override
        public void stopDetectingCommandInjection() {}
    }
}
