package org.scora.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.function.Consumer;

/** The last handler: what comes here has passed all others, on whichever threads they work. */
final class WorkedOff extends ChannelInboundHandlerAdapter {
    private record Event(Consumer<ChannelHandlerContext> action) {}

    private WorkedOff() {}

    /** Does something, in the event loop, once all handlers behind this one have worked off what they were given. */
    static void then(ChannelHandlerContext context, Consumer<ChannelHandlerContext> action) {
        if (context.pipeline().get(WorkedOff.class) == null) {
            context.pipeline().addLast(new WorkedOff());
        }
        context.fireUserEventTriggered(new Event(action));
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof Event workedOff) {
            workedOff.action().accept(context);
        } else {
            context.fireUserEventTriggered(event);
        }
    }
}
