package org.scora.server;

import com.google.common.base.Throwables;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.james.protocols.api.CommandDetectionSession;
import org.apache.james.protocols.api.ProtocolSession;
import org.apache.james.protocols.netty.AllButStartTlsLineBasedChannelHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cuts what an SMTP client sends into lines. A line has at most 1,000 octets (RFC 5321 section 4.5.3.1.6), but programs
 * send HTML in one line of many kilobytes, and its readers want it. James drops a line above 8,192 octets, says so in
 * the middle of the message, and takes the rest: the mail would lose a piece of itself. Here the limit is far above, and
 * who exceeds it is refused and cut off, so that either all of a message is taken or nothing.
 */
final class SmtpLines extends AllButStartTlsLineBasedChannelHandler {
    private static final Logger LOGGER = LoggerFactory.getLogger(SmtpLines.class);

    /** The longest line in octets. A client can make the server hold this much in memory. */
    static final int LONGEST = 1024 * 1024;

    /** In octets, RFC 5321 section 4.5.3.1.4. */
    private static final int LONGEST_COMMAND = 512;

    private static final String TOO_LONG = "500 5.5.2 A line is longer than " + LONGEST + " octets\r\n";

    private static final String TOO_MANY = "421 4.3.2 There are too many long lines at this time\r\n";

    private static final String START_TLS = "starttls";
    private static final String NOT_ENCRYPTED = "503 5.5.1 Nothing may follow STARTTLS but the encryption\r\n";
    private static final CommandDetectionSession NOTHING_TO_DETECT = new NothingToDetect();

    private final LongLines.Part longLine;
    private boolean tlsIsNext;
    private boolean cutOff;

    SmtpLines(ChannelPipeline pipeline, LongLines longLines) {
        super(pipeline, LONGEST, false, START_TLS);
        this.longLine = longLines.newPart();
    }

    @Override
    protected @Nullable Object decode(ChannelHandlerContext context, ByteBuf buffer) throws Exception {
        if (!cutOff && buffer.readableBytes() > LONGEST && !hasLineEnd(buffer)) {
            cutOff(context, TOO_LONG);
        }
        if (!cutOff && tlsIsNext && buffer.isReadable()) {
            refuseBehindStartTls(context);
        }
        if (cutOff) {
            return discard(buffer);
        }
        if (isStartTls(buffer) && mayStartTls(context)) {
            tlsIsNext = true;
        }
        Object line = super.decode(context, buffer);
        if (!longLine.hold(line == null ? buffer.readableBytes() : 0)) {
            cutOff(context, TOO_MANY);
            return discard(buffer);
        }
        return line;
    }

    private @Nullable Object discard(ByteBuf buffer) {
        buffer.skipBytes(buffer.readableBytes());
        longLine.hold(0);
        return null;
    }

    @Override
    protected void handlerRemoved0(ChannelHandlerContext context) throws Exception {
        longLine.hold(0);
        super.handlerRemoved0(context);
    }

    /**
     * What arrives between STARTTLS and this event was not encrypted: a third party may have slipped it in, to have it
     * taken for a command that came encrypted.
     */
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
        if (event instanceof SslHandshakeCompletionEvent handshake && handshake.isSuccess()) {
            tlsIsNext = false;
        }
        super.userEventTriggered(context, event);
    }

    private void cutOff(ChannelHandlerContext context, String answer) {
        cutOff = true;
        goodbye(context, answer);
    }

    /** James answers STARTTLS on a thread of its own, and the refusal must not come before that answer. */
    private void refuseBehindStartTls(ChannelHandlerContext context) {
        cutOff = true;
        WorkedOff.then(context, last -> goodbye(beforeTls(last), NOT_ENCRYPTED));
    }

    /** TLS would hold the answer back for a handshake that never comes. */
    private static ChannelHandlerContext beforeTls(ChannelHandlerContext context) {
        ChannelHandlerContext tls = context.pipeline().context(SslHandler.class);
        return tls == null ? context : tls;
    }

    /** Says a last line, and closes the connection. */
    static void goodbye(ChannelHandlerContext context, String answer) {
        context.writeAndFlush(Unpooled.copiedBuffer(answer, StandardCharsets.US_ASCII))
                .addListener(done -> context.close());
    }

    /** James searches all that has arrived for each line, and cuts off who says STARTTLS where it is not offered. */
    @Override
    protected CommandDetectionSession retrieveSession(ChannelHandlerContext context) {
        return NOTHING_TO_DETECT;
    }

    /** In the text of a message it is a line like any other. */
    private boolean mayStartTls(ChannelHandlerContext context) {
        return super.retrieveSession(context) instanceof ProtocolSession session
                && session.isStartTLSSupported()
                && !session.isTLSStarted()
                && session.needsCommandInjectionDetection();
    }

    private static boolean isStartTls(ByteBuf buffer) {
        int end = buffer.indexOf(buffer.readerIndex(), buffer.writerIndex(), (byte) '\n');
        return end >= 0
                && end - buffer.readerIndex() < LONGEST_COMMAND
                && buffer.toString(buffer.readerIndex(), end - buffer.readerIndex(), StandardCharsets.US_ASCII)
                        .trim()
                        .equalsIgnoreCase(START_TLS);
    }

    /** A connection that broke, or an encryption that failed, is the client's affair and no error of the server. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (Throwables.getCausalChain(cause).stream().anyMatch(IOException.class::isInstance)) {
            LOGGER.info("the connection from {} broke: {}", context.channel().remoteAddress(), cause.getMessage());
            context.close();
        } else {
            context.fireExceptionCaught(cause);
        }
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
