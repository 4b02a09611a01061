package org.scora.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class SlowAnswersTest {
    private static final String UNKNOWN = "550 5.1.1 There is no such mailbox\r\n";
    private static final String TAKEN = "250 2.1.5 OK\r\n";
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private EmbeddedChannel channel = connected(client -> true);

    @Test
    void theFirstUnknownMailboxesCostNothing() {
        for (int i = 0; i < SlowAnswers.FREE; i++) {
            say(UNKNOWN);
            assertSaid(UNKNOWN);
        }
    }

    @Test
    void furtherOnesTakeEverLongerUpToABound() {
        useUpFreeOnes();
        for (int further = 1; further <= 8; further++) {
            say(UNKNOWN);
            long seconds = Math.min(further, SlowAnswers.LONGEST.toSeconds());
            pass(A_SECOND.multipliedBy(seconds).minusMillis(1));
            assertNothingSaid();
            pass(Duration.ofMillis(1));
            assertSaid(UNKNOWN);
        }
    }

    @Test
    void whatIsSaidMeanwhileKeepsItsOrder() {
        useUpFreeOnes();
        say(UNKNOWN);
        say(TAKEN);
        say(UNKNOWN);
        say(TAKEN);
        assertNothingSaid();
        pass(A_SECOND);
        assertSaid(UNKNOWN);
        assertSaid(TAKEN);
        assertNothingSaid();
        pass(A_SECOND.multipliedBy(2));
        assertSaid(UNKNOWN);
        assertSaid(TAKEN);
    }

    @Test
    void otherAnswersAreNotSlowed() {
        useUpFreeOnes();
        say(TAKEN);
        assertSaid(TAKEN);
    }

    @Test
    void whoIsTrustedIsNotSlowed() {
        channel = connected(client -> false);
        useUpFreeOnes();
        say(UNKNOWN);
        assertSaid(UNKNOWN);
    }

    @Test
    void whatWaitsIsGivenUpWithTheConnection() {
        useUpFreeOnes();
        ByteBuf answer = Unpooled.copiedBuffer(UNKNOWN, StandardCharsets.US_ASCII);
        ChannelFuture said = channel.writeAndFlush(answer);
        channel.close();
        channel.runPendingTasks();
        assertThat(said.isSuccess()).isFalse();
        assertThat(answer.refCnt()).isZero();
    }

    private void useUpFreeOnes() {
        for (int i = 0; i < SlowAnswers.FREE; i++) {
            say(UNKNOWN);
            assertSaid(UNKNOWN);
        }
    }

    private static EmbeddedChannel connected(Predicate<InetAddress> applies) {
        EmbeddedChannel channel = new EmbeddedChannel() {
            @Override
            protected SocketAddress remoteAddress0() {
                return new InetSocketAddress(InetAddress.getLoopbackAddress(), 40_000);
            }
        };
        channel.freezeTime();
        SlowAnswers.addTo(channel.pipeline(), applies);
        return channel;
    }

    private void say(String answer) {
        channel.writeAndFlush(Unpooled.copiedBuffer(answer, StandardCharsets.US_ASCII));
    }

    private void pass(Duration time) {
        channel.advanceTimeBy(time.toMillis(), TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
    }

    private void assertSaid(String expected) {
        ByteBuf answer = channel.readOutbound();
        assertThat(answer).isNotNull();
        assertThat(answer.toString(StandardCharsets.US_ASCII)).isEqualTo(expected);
        answer.release();
    }

    private void assertNothingSaid() {
        assertThat((Object) channel.readOutbound()).isNull();
    }
}
