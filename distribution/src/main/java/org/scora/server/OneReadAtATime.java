package org.scora.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;

/**
 * Reads on from a client only when all that it sent before is worked off, and when it takes its answers. James reads
 * whatever arrives and keeps lines and answers in memory, however many: a few clients that send commands without reading
 * the answers would fill the heap. What waits now waits in the client (TCP, RFC 9293 section 3.8.6). A client that never
 * reads is cut off when it has been silent for connectiontimeout.
 */
final class OneReadAtATime extends ChannelInboundHandlerAdapter {
    private static final Object WORKED_OFF = new Object();

    private boolean atWork;

    private OneReadAtATime() {}

    /** To be called before the handlers that work are added. */
    static void addTo(ChannelPipeline pipeline) {
        pipeline.addLast(new OneReadAtATime());
    }

    /** The event follows what was read through all handlers, on whichever threads they work. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        context.fireChannelReadComplete();
        if (!atWork) {
            atWork = true;
            context.channel().config().setAutoRead(false);
            if (context.pipeline().get(End.class) == null) {
                context.pipeline().addLast(new End());
            }
            context.fireUserEventTriggered(WORKED_OFF);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        context.fireChannelWritabilityChanged();
        readOn(context);
    }

    private void readOn(ChannelHandlerContext context) {
        if (!atWork && context.channel().isWritable()) {
            context.channel().config().setAutoRead(true);
        }
    }

    /** The last handler: what comes here has passed all others. */
    private final class End extends ChannelInboundHandlerAdapter {
        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event == WORKED_OFF) {
                atWork = false;
                readOn(context);
            } else {
                context.fireUserEventTriggered(event);
            }
        }
    }
}
