package org.scora.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bounds the time that a client can take. James only ends a session in which nothing at all arrives: one octet now and
 * then would hold a connection for ever. Who takes longer gets 421 (RFC 5321 section 3.8) and is cut off. Time is the
 * event loop's.
 */
final class SlowClients extends ChannelDuplexHandler {
    /** For a command, once begun; the time of RFC 5321 section 4.5.3.2. */
    static final Duration FOR_A_LINE = Duration.ofMinutes(5);

    /** For the text of a message: 25 MiB in this are 7 KiB a second. */
    static final Duration FOR_A_MESSAGE = Duration.ofHours(1);

    /** For commands in a row of which none begins a message. */
    static final Duration WITHOUT_A_MESSAGE = Duration.ofHours(1);

    private static final Logger LOGGER = LoggerFactory.getLogger(SlowClients.class);
    private static final String TOO_SLOW = "421 4.4.2 This takes too long\r\n";
    private static final String GO_AHEAD = "354";
    private static final Duration FOR_THE_GOODBYE = Duration.ofSeconds(10);

    private boolean inMessage;
    private boolean cutOff;
    private Optional<Future<?>> sessionEnds = Optional.empty();
    private Optional<Future<?>> lineEnds = Optional.empty();

    private SlowClients() {}

    /** To be called before the handlers that work are added. */
    static void addTo(ChannelPipeline pipeline) {
        pipeline.addLast(new SlowClients());
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        sessionEnds = in(WITHOUT_A_MESSAGE, "the session has no end", context);
        context.fireChannelActive();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        cancel(sessionEnds);
        cancel(lineEnds);
        context.fireChannelInactive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (cutOff) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (!inMessage && message instanceof ByteBuf octets && octets.isReadable()) {
            watchLine(context, octets);
        }
        context.fireChannelRead(message);
    }

    private void watchLine(ChannelHandlerContext context, ByteBuf octets) {
        if (octets.indexOf(octets.readerIndex(), octets.writerIndex(), (byte) '\n') >= 0) {
            cancel(lineEnds);
            lineEnds = Optional.empty();
        }
        boolean unfinished = octets.getByte(octets.writerIndex() - 1) != '\n';
        if (unfinished && lineEnds.isEmpty()) {
            lineEnds = in(FOR_A_LINE, "a command is not finished", context);
        }
    }

    /** While a message's text comes nothing is answered, so the next answer after 354 is its end. */
    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof ByteBuf answer && answer.isReadable()) {
            boolean begins = answer.toString(StandardCharsets.US_ASCII).startsWith(GO_AHEAD);
            if (begins || inMessage) {
                inMessage = begins;
                cancel(lineEnds);
                lineEnds = Optional.empty();
                cancel(sessionEnds);
                sessionEnds = begins
                        ? in(FOR_A_MESSAGE, "a message is not finished", context)
                        : in(WITHOUT_A_MESSAGE, "the session has no end", context);
            }
        }
        context.write(message, promise);
    }

    private Optional<Future<?>> in(Duration time, String reason, ChannelHandlerContext context) {
        return Optional.of(
                context.executor().schedule(() -> cutOff(context, reason), time.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void cutOff(ChannelHandlerContext context, String reason) {
        if (cutOff) {
            return;
        }
        cutOff = true;
        LOGGER.info("the connection from {} is cut off: {}", context.channel().remoteAddress(), reason);
        SmtpLines.goodbye(context, TOO_SLOW);
        // Whoever does not read the answer.
        context.executor().schedule(() -> context.close(), FOR_THE_GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void cancel(Optional<Future<?>> timer) {
        timer.ifPresent(running -> running.cancel(false));
    }
}
