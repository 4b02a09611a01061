package org.scora;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of this machine's loopback address, for tests. */
public final class LoopbackPorts {
    private static final int LOWEST = 20_000;
    /** Linux gives ports from 32768 on to clients, so that one of those may be gone before a server takes it. */
    private static final int HIGHEST = 32_767;

    private static final int TRIES = 1_000;

    private LoopbackPorts() {}

    /** A port that is free now, for a server that has to be told its port. */
    public static int free() {
        for (int tries = 0; tries < TRIES; tries++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST + 1);
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // taken: another one
            }
        }
        throw new AssertionError("no free port between " + LOWEST + " and " + HIGHEST);
    }

    /** A port on which nobody listens, and nobody can begin to until this is closed. */
    public static Closed closed() {
        try {
            Socket bound = new Socket();
            bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return new Closed(bound);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bound, never listening: each connection is refused. */
    public record Closed(Socket bound) implements AutoCloseable {
        public int number() {
            return bound.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            bound.close();
        }
    }
}
