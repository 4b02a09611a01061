package org.scora.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.protocols.netty.HandlerConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmtpLinesTest {
    private final EmbeddedChannel channel = new EmbeddedChannel();

    @BeforeEach
    void set() {
        channel.pipeline().addLast(new SmtpLines(channel.pipeline()));
        channel.pipeline().addLast(HandlerConstants.CORE_HANDLER, new ChannelInboundHandlerAdapter());
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
}
