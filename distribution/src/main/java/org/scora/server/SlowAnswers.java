package org.scora.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Answers a client ever slower that names one unknown mailbox after the other, so that trying out addresses takes time.
 * No thread waits meanwhile. Time is the event loop's.
 */
final class SlowAnswers extends ChannelOutboundHandlerAdapter {
    /** How many unknown mailboxes cost nothing. */
    static final int FREE = 3;

    /** For each further one, up to this. */
    static final Duration LONGEST = Duration.ofSeconds(5);

    private static final String UNKNOWN_MAILBOX = "550 5.1.1";

    private final Predicate<InetAddress> applies;
    private final Queue<Answer> waiting = new ArrayDeque<>();
    private int unknown;

    private record Answer(Object message, ChannelPromise promise, Duration delay) {}

    private SlowAnswers(Predicate<InetAddress> applies) {
        this.applies = applies;
    }

    /**
     * To be called before the handlers that work are added.
     *
     * @param applies to which clients
     */
    static void addTo(ChannelPipeline pipeline, Predicate<InetAddress> applies) {
        pipeline.addLast(new SlowAnswers(applies));
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        Duration delay = delay(context, message);
        if (delay.isZero() && waiting.isEmpty()) {
            context.write(message, promise);
            return;
        }
        waiting.add(new Answer(message, promise, delay));
        if (waiting.size() == 1) {
            sayLater(context, delay);
        }
    }

    private Duration delay(ChannelHandlerContext context, Object message) {
        if (!(message instanceof ByteBuf answer) || !isAboutUnknownMailbox(answer)) {
            return Duration.ZERO;
        }
        boolean slowed = context.channel().remoteAddress() instanceof InetSocketAddress remote
                && applies.test(remote.getAddress());
        unknown++;
        Duration delay = Duration.ofSeconds(Math.max(0, unknown - FREE));
        return slowed ? delay.compareTo(LONGEST) < 0 ? delay : LONGEST : Duration.ZERO;
    }

    private static boolean isAboutUnknownMailbox(ByteBuf answer) {
        return answer.readableBytes() > UNKNOWN_MAILBOX.length()
                && answer.toString(answer.readerIndex(), UNKNOWN_MAILBOX.length(), StandardCharsets.US_ASCII)
                        .equals(UNKNOWN_MAILBOX);
    }

    private void sayLater(ChannelHandlerContext context, Duration delay) {
        context.executor().schedule(() -> sayNext(context), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void sayNext(ChannelHandlerContext context) {
        Answer next = waiting.poll();
        if (next == null) {
            return;
        }
        context.writeAndFlush(next.message(), next.promise());
        while (!waiting.isEmpty() && waiting.element().delay().isZero()) {
            Answer following = waiting.remove();
            context.writeAndFlush(following.message(), following.promise());
        }
        if (!waiting.isEmpty()) {
            sayLater(context, waiting.element().delay());
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        for (Answer answer = waiting.poll(); answer != null; answer = waiting.poll()) {
            ReferenceCountUtil.release(answer.message());
            answer.promise().tryFailure(new ClosedChannelException());
        }
    }
}
