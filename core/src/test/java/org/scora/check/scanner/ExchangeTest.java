package org.scora.check.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.LoopbackPorts;
import org.scora.setting.ServerAddress;

class ExchangeTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void aServerThatSaysNothingIsLeftWhenTheTimeIsUp() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> new Exchange(address(silent), Duration.ofMillis(50)).replyTo(out -> {}))
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessage("no answer within 50 ms");
        }
    }

    @Test
    void aServerThatTakesNothingIsLeftWhenTheTimeIsUp() throws Exception {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> new Exchange(address(full), Duration.ofMillis(50))
                            .replyTo(out -> out.write(new byte[Exchange.LONGEST_MAIL])))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void aServerThatNeverEndsIsLeft() throws Exception {
        try (ServerSocket talkative = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> talk = CompletableFuture.runAsync(() -> talkForever(talkative));
            assertThatThrownBy(() -> new Exchange(address(talkative), LONG).replyTo(out -> {}))
                    .isInstanceOf(IOException.class)
                    .hasMessage("it says too much");
            talk.join();
        }
    }

    @Test
    void aThreadThatIsInterruptedStopsWaiting() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> new Exchange(address(silent), LONG).replyTo(out -> {}))
                    .isInstanceOf(IOException.class)
                    .hasMessage("interrupted");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void whereNobodyListensThereIsNoAnswer() throws Exception {
        try (LoopbackPorts.Closed port = LoopbackPorts.closed()) {
            Exchange exchange = new Exchange(new ServerAddress("127.0.0.1:" + port.number()), LONG);
            assertThatThrownBy(() -> exchange.replyTo(out -> {})).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void aUnixSocketServesAsWell(@TempDir Path folder) throws Exception {
        Path path = folder.resolve("scanner.sock");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(path));
            CompletableFuture<Void> echo = CompletableFuture.runAsync(() -> echo(server));
            byte[] reply = new Exchange(new ServerAddress("unix:" + path), LONG)
                    .replyTo(out -> out.write("ping\n".getBytes(StandardCharsets.US_ASCII)));
            assertThat(new String(reply, StandardCharsets.US_ASCII)).isEqualTo("ping\n");
            echo.join();
        }
    }

    private static void echo(ServerSocketChannel server) {
        try (SocketChannel client = server.accept()) {
            InputStream in = Channels.newInputStream(client);
            Channels.newOutputStream(client).write(in.readNBytes(5));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void talkForever(ServerSocket server) {
        try (var client = server.accept();
                OutputStream out = client.getOutputStream()) {
            while (true) {
                out.write(new byte[8192]);
            }
        } catch (IOException e) {
            // The client has had enough.
        }
    }

    private static ServerAddress address(ServerSocket socket) {
        return new ServerAddress("127.0.0.1:" + socket.getLocalPort());
    }
}
