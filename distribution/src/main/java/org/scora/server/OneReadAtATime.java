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
    private boolean atWork;

    private OneReadAtATime() {}

    /** To be called before the handlers that work are added. */
    static void addTo(ChannelPipeline pipeline) {
        pipeline.addLast(new OneReadAtATime());
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        context.fireChannelReadComplete();
        if (!atWork) {
            atWork = true;
            context.channel().config().setAutoRead(false);
            WorkedOff.then(context, this::workedOff);
        }
    }

    private void workedOff(ChannelHandlerContext context) {
        atWork = false;
        readOn(context);
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
}
