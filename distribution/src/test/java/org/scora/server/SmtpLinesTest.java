package org.scora.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.reflect.Reflection;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.AttributeKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.james.protocols.api.CommandDetectionSession;
import org.apache.james.protocols.api.ProtocolSession;
import org.apache.james.protocols.netty.HandlerConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpLinesTest {
    private final LongLines longLines = new LongLines(SmtpLines.LONGEST);
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final AtomicBoolean offered = new AtomicBoolean(true);
    private final AtomicBoolean tls = new AtomicBoolean();
    private final AtomicBoolean inCommands = new AtomicBoolean(true);

    @BeforeEach
    void set() {
        channel.pipeline().addLast(new SmtpLines(channel.pipeline(), longLines));
        channel.pipeline().addLast(HandlerConstants.CORE_HANDLER, new ChannelInboundHandlerAdapter());
        channel.attr(AttributeKey.<CommandDetectionSession>valueOf("session")).set(session());
    }

    @Test
    void linesArriveOneByOneWithTheirEnds() {
        receive("first\r\nsec");
        receive("ond\r\n");

        assertThat(lines()).containsExactly("first\r\n", "second\r\n");
    }

    @Test
    void aLineThatIsLongerThanTheStandardAllowsArrivesWhole() {
        String line = "x".repeat(200_000) + "\r\n";

        receive(line.substring(0, 9_000));
        receive(line.substring(9_000));

        assertThat(lines()).containsExactly(line);
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void whoExceedsTheLimitIsToldAndCutOffAndNothingOfItIsTaken() {
        receive("DATA\r\n");
        lines();

        receive("x".repeat(SmtpLines.LONGEST + 1));
        receive("x\r\n.\r\n");

        assertThat(lines()).isEmpty();
        assertThat(text(channel.readOutbound())).startsWith("500 5.5.2 ");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void longLinesOfAllConnectionsTogetherAreBoundedAndOthersGoOn() {
        EmbeddedChannel other = connect();
        send(other, "x".repeat(SmtpLines.LONGEST - 100));

        receive("y".repeat(8_000));
        assertThat(channel.isOpen()).isTrue();
        receive("y".repeat(1_000));
        assertThat(text(channel.readOutbound())).startsWith("421 4.3.2 ");
        assertThat(channel.isOpen()).isFalse();

        send(other, "x\r\n");
        assertThat(text(other.readInbound())).hasSize(SmtpLines.LONGEST - 97);
        assertThat(other.isOpen()).isTrue();
    }

    @Test
    void whoIsGoneHoldsNothing() {
        for (int time = 0; time < 3; time++) {
            EmbeddedChannel gone = connect();
            send(gone, "x".repeat(SmtpLines.LONGEST - 100));
            gone.close();
            gone.finishAndReleaseAll();
        }
        receive("y".repeat(SmtpLines.LONGEST - 100));
        assertThat(channel.isOpen()).isTrue();
        receive("y\r\n" + "z".repeat(SmtpLines.LONGEST - 100));
        assertThat(channel.isOpen()).isTrue();
    }

    private EmbeddedChannel connect() {
        EmbeddedChannel one = new EmbeddedChannel();
        one.pipeline().addLast(new SmtpLines(one.pipeline(), longLines));
        one.pipeline().addLast(HandlerConstants.CORE_HANDLER, new ChannelInboundHandlerAdapter());
        one.attr(AttributeKey.<CommandDetectionSession>valueOf("session")).set(session());
        return one;
    }

    private static void send(EmbeddedChannel to, String text) {
        to.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOOP\r\n StartTLS\r\nMAIL FROM:<a@b.example>\r\n", "NOOP\r\nSTARTTLS\r\n\r\n"})
    void whatFollowsStartTlsAtOnceIsNoCommand(String text) {
        receive(text);

        assertThat(lines()).hasSize(2).first().isEqualTo("NOOP\r\n");
        assertThat(text(channel.readOutbound())).startsWith("503 5.5.1 ");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void whatFollowsStartTlsBeforeTheEncryptionIsNoCommand() {
        receive("STARTTLS\r\n");
        receive("MAIL FROM:<a@b.example>\r\n");

        assertThat(lines()).containsExactly("STARTTLS\r\n");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void whatFollowsTheEncryptionIsTaken() {
        receive("STARTTLS\r\n");
        channel.pipeline().fireUserEventTriggered(SslHandshakeCompletionEvent.SUCCESS);
        tls.set(true);
        receive("EHLO a.example\r\nSTARTTLS\r\nNOOP\r\n");

        assertThat(lines()).hasSize(4);
    }

    @Test
    void whereItIsNotOfferedOrInAMessageStartTlsIsALineLikeAnyOther() {
        offered.set(false);
        receive("STARTTLS\r\nNOOP\r\n");
        offered.set(true);
        inCommands.set(false);
        receive("STARTTLS\r\n.\r\n");

        assertThat(lines()).hasSize(4);
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void aConnectionThatBreaksIsNoErrorOfTheServer() {
        channel.pipeline().fireExceptionCaught(new IOException("Connection reset by peer"));
        channel.checkException();

        assertThat(channel.isOpen()).isFalse();
    }

    private void receive(String text) {
        if (channel.isOpen()) {
            channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1));
        }
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (ByteBuf line = channel.readInbound(); line != null; line = channel.readInbound()) {
            lines.add(text(line));
        }
        return lines;
    }

    private static String text(ByteBuf buffer) {
        String text = buffer.toString(StandardCharsets.ISO_8859_1);
        buffer.release();
        return text;
    }

    /** A session that is asked for nothing but this. */
    private ProtocolSession session() {
        Map<String, AtomicBoolean> answers = Map.of(
                "isStartTLSSupported", offered, "isTLSStarted", tls, "needsCommandInjectionDetection", inCommands);
        return Reflection.newProxy(
                ProtocolSession.class,
                (proxy, method, arguments) -> answers.get(method.getName()).get());
    }
}
