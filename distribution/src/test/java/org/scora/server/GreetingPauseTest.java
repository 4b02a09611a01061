package org.scora.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GreetingPauseTest {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final EmbeddedChannel channel = new EmbeddedChannel(false, false);
    private final List<String> heard = new ArrayList<>();

    @Test
    void aClientThatWaitsIsGreetedAfterThePauseAndHeard() throws Exception {
        connect(PAUSE);
        assertThat(heard).isEmpty();
        pass(PAUSE);
        receive("EHLO x\r\n");
        channel.close();
        assertThat(heard).containsExactly("active", "EHLO x\r\n", "inactive");
        assertThat((Object) channel.readOutbound()).isNull();
    }

    @Test
    void aClientThatSpeaksBeforeIsRefusedAndNeverHeard() throws Exception {
        connect(PAUSE);
        pass(PAUSE.minusMillis(1));
        receive("EHLO x\r\n");
        ByteBuf answer = channel.readOutbound();
        assertThat(answer.toString(StandardCharsets.US_ASCII)).isEqualTo("554 5.5.0 Wait\r\n");
        answer.release();
        assertThat(channel.isOpen()).isFalse();
        pass(PAUSE);
        assertThat(heard).isEmpty();
    }

    @Test
    void aClientThatLeavesMeanwhileIsForgotten() throws Exception {
        connect(PAUSE);
        channel.close();
        pass(PAUSE);
        assertThat(heard).isEmpty();
    }

    @Test
    void withoutAPauseItIsGreetedAtOnce() throws Exception {
        connect(Duration.ZERO);
        receive("EHLO x\r\n");
        assertThat(heard).containsExactly("active", "EHLO x\r\n");
    }

    private void connect(Duration pause) throws Exception {
        channel.freezeTime();
        GreetingPause.addTo(channel.pipeline(), client -> pause, client -> "554 5.5.0 Wait");
        channel.pipeline().addLast(new Listener());
        channel.register();
    }

    private void receive(String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
        channel.releaseInbound();
    }

    private void pass(Duration time) {
        channel.advanceTimeBy(time.toMillis(), TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
    }

    private final class Listener extends ChannelInboundHandlerAdapter {
        @Override
        public void channelActive(ChannelHandlerContext context) {
            heard.add("active");
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            heard.add("inactive");
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ByteBuf octets = (ByteBuf) message;
            heard.add(octets.toString(StandardCharsets.US_ASCII));
            octets.release();
        }
    }
}
