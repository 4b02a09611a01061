package org.scora.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.haproxy.HAProxyMessageDecoder;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Lets a client wait for its greeting, and refuses who speaks before it. Handlers behind this one hear of the connection
 * only then, and never of one that ends before. Behind a proxy, and where TLS comes first, clients speak first by right.
 */
final class GreetingPause extends ChannelInboundHandlerAdapter {
    private final Function<InetAddress, Duration> pause;
    private final Function<InetAddress, String> refusal;
    private boolean waiting;
    private boolean refused;

    private GreetingPause(Function<InetAddress, Duration> pause, Function<InetAddress, String> refusal) {
        this.pause = pause;
        this.refusal = refusal;
    }

    /**
     * To be called before the handlers that work are added.
     *
     * @param pause of a client; zero to greet it at once
     * @param refusal the answer to who does not wait, without line end
     */
    static void addTo(
            ChannelPipeline pipeline, Function<InetAddress, Duration> pause, Function<InetAddress, String> refusal) {
        pipeline.addLast(new GreetingPause(pause, refusal));
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        Duration time = speaksFirst(context.pipeline()) ? Duration.ZERO : pause.apply(client(context));
        if (time.isZero()) {
            context.fireChannelActive();
            return;
        }
        waiting = true;
        context.executor().schedule(() -> greet(context), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static boolean speaksFirst(ChannelPipeline pipeline) {
        return pipeline.get(HAProxyMessageDecoder.class) != null || pipeline.get(SslHandler.class) != null;
    }

    private static InetAddress client(ChannelHandlerContext context) {
        return context.channel().remoteAddress() instanceof InetSocketAddress remote
                ? remote.getAddress()
                : InetAddress.getLoopbackAddress();
    }

    private void greet(ChannelHandlerContext context) {
        if (waiting && context.channel().isActive()) {
            waiting = false;
            context.fireChannelActive();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (waiting) {
            waiting = false;
            refused = true;
            SmtpLines.goodbye(context, refusal.apply(client(context)) + "\r\n");
        }
        if (refused) {
            ReferenceCountUtil.release(message);
        } else {
            context.fireChannelRead(message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (!waiting && !refused) {
            context.fireChannelReadComplete();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (!waiting && !refused) {
            context.fireChannelInactive();
        }
        waiting = false;
    }
}
