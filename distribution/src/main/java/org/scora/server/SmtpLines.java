package org.scora.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import java.nio.charset.StandardCharsets;
import org.apache.james.protocols.netty.AllButStartTlsLineBasedChannelHandler;
import org.jspecify.annotations.Nullable;

/**
 * Cuts what an SMTP client sends into lines. A line has at most 1,000 octets (RFC 5321 section 4.5.3.1.6), but programs
 * send HTML in one line of many kilobytes, and its readers want it. James drops a line above 8,192 octets, says so in
 * the middle of the message, and takes the rest: the mail would lose a piece of itself. Here the limit is far above, and
 * who exceeds it is refused and cut off, so that either all of a message is taken or nothing.
 */
final class SmtpLines extends AllButStartTlsLineBasedChannelHandler {
    /** The longest line in octets. A client can make the server hold this much in memory. */
    static final int LONGEST = 1024 * 1024;

    private static final String REFUSAL = "500 5.5.2 A line is longer than " + LONGEST + " octets\r\n";

    private boolean cutOff;

    SmtpLines(ChannelPipeline pipeline) {
        super(pipeline, LONGEST, false, "starttls");
    }

    @Override
    protected @Nullable Object decode(ChannelHandlerContext context, ByteBuf buffer) throws Exception {
        if (!cutOff && buffer.readableBytes() > LONGEST && !hasLineEnd(buffer)) {
            cutOff = true;
            context.writeAndFlush(Unpooled.copiedBuffer(REFUSAL, StandardCharsets.US_ASCII))
                    .addListener(ChannelFutureListener.CLOSE);
        }
        if (cutOff) {
            buffer.skipBytes(buffer.readableBytes());
            return null;
        }
        return super.decode(context, buffer);
    }

    private static boolean hasLineEnd(ByteBuf buffer) {
        return buffer.forEachByte(buffer.readerIndex(), LONGEST, octet -> octet != '\n') >= 0;
    }
}
