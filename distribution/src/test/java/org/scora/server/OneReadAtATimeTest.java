package org.scora.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.concurrent.DefaultEventExecutor;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class OneReadAtATimeTest {
    private final EmbeddedChannel channel = new EmbeddedChannel();

    @Test
    void whoTakesItsAnswersIsReadOn() {
        OneReadAtATime.addTo(channel.pipeline());

        receive("NOOP\r\n");
        assertThat(channel.config().isAutoRead()).isTrue();
        receive("NOOP\r\n");
        assertThat(channel.config().isAutoRead()).isTrue();
    }

    @Test
    void whoDoesNotTakeItsAnswersIsNotReadUntilItDoes() {
        OneReadAtATime.addTo(channel.pipeline());

        takesAnswers(false);
        receive("NOOP\r\n");
        assertThat(channel.config().isAutoRead()).isFalse();

        takesAnswers(true);
        assertThat(channel.config().isAutoRead()).isTrue();
    }

    @Test
    void nothingIsReadWhileWorkIsLeft() throws Exception {
        OneReadAtATime.addTo(channel.pipeline());
        CountDownLatch work = new CountDownLatch(1);
        DefaultEventExecutor worker = new DefaultEventExecutor();
        channel.pipeline().addLast(worker, new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
                work.await();
                context.fireChannelRead(message);
            }
        });

        receive("NOOP\r\n");
        takesAnswers(false);
        takesAnswers(true);
        assertThat(channel.config().isAutoRead()).isFalse();

        work.countDown();
        worker.shutdownGracefully().sync();
        channel.runPendingTasks();
        assertThat(channel.config().isAutoRead()).isTrue();
    }

    private void receive(String text) {
        channel.writeInbound(Unpooled.wrappedBuffer(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private void takesAnswers(boolean takes) {
        channel.unsafe().outboundBuffer().setUserDefinedWritability(1, takes);
        channel.runPendingTasks();
    }
}
