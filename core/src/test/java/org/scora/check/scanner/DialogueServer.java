package org.scora.check.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.scora.setting.ServerAddress;

/** A server for one connection that expects exactly what a dialogue's client says, and answers as its server did. */
final class DialogueServer implements AutoCloseable {
    private final ServerSocket socket;
    private final CompletableFuture<byte[]> heard;

    private DialogueServer(ServerSocket socket, Dialogue dialogue) {
        this.socket = socket;
        this.heard = CompletableFuture.supplyAsync(() -> serve(dialogue));
    }

    static DialogueServer of(Dialogue dialogue) throws IOException {
        return new DialogueServer(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()), dialogue);
    }

    ServerAddress address() {
        return new ServerAddress("127.0.0.1:" + socket.getLocalPort());
    }

    /** That the client said what it has to. */
    void assertHeard(Dialogue dialogue) {
        assertThat(new String(heard.join(), StandardCharsets.ISO_8859_1))
                .isEqualTo(new String(dialogue.client(), StandardCharsets.ISO_8859_1));
    }

    private byte[] serve(Dialogue dialogue) {
        try (Socket client = socket.accept()) {
            byte[] said = client.getInputStream().readNBytes(dialogue.client().length);
            client.getOutputStream().write(dialogue.server());
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
