package org.scora.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import java.nio.charset.StandardCharsets;
import org.apache.james.protocols.api.CommandDetectionSession;
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

    private static final String START_TLS = "starttls";
    private static final CommandDetectionSession NOTHING_TO_DETECT = new NothingToDetect();

    private boolean startTlsIsNext;
    private boolean cutOff;

    SmtpLines(ChannelPipeline pipeline) {
        super(pipeline, LONGEST, false, START_TLS);
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
        startTlsIsNext = isStartTls(buffer);
        return super.decode(context, buffer);
    }

    /**
     * James looks for commands that were slipped in behind STARTTLS, in all that has arrived, again for each line: a
     * client that sends a hundred thousand short commands at once would keep a processor busy for a minute. So James is
     * only asked when the line that comes next is STARTTLS.
     */
    @Override
    protected @Nullable CommandDetectionSession retrieveSession(ChannelHandlerContext context) {
        return startTlsIsNext ? super.retrieveSession(context) : NOTHING_TO_DETECT;
    }

    private static boolean isStartTls(ByteBuf buffer) {
        int start = buffer.forEachByte(octet -> octet == ' ' || octet == '\t' || octet == '\r');
        return start >= 0
                && buffer.writerIndex() - start >= START_TLS.length()
                && buffer.toString(start, START_TLS.length(), StandardCharsets.US_ASCII)
                        .equalsIgnoreCase(START_TLS);
    }

    private static boolean hasLineEnd(ByteBuf buffer) {
        return buffer.forEachByte(buffer.readerIndex(), LONGEST, octet -> octet != '\n') >= 0;
    }

    private static final class NothingToDetect implements CommandDetectionSession {
        @Override
        public boolean needsCommandInjectionDetection() {
            return false;
        }

        @Override
        public void startDetectingCommandInjection() {}

        @Override
        public void stopDetectingCommandInjection() {}
    }
}
