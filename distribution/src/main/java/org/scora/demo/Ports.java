package org.scora.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of this machine's loopback address. */
final class Ports {
    private Ports() {}

    /**
     * Fails with a remedy when the port is taken.
     *
     * @param use what the port is for
     * @param option the option that chooses another
     * @param variable the same for those who came by make
     */
    static void requireFree(int port, String use, String option, String variable) {
        try {
            bindAndClose(port);
        } catch (IOException e) {
            throw new DemoException(
                    String.format(
                            "Port %d, on which %s, can not be used: %s. Choose another, such as %s %d (make demo %s=%d).",
                            port, use, e.getMessage(), option, port + 10_000, variable, port + 10_000),
                    e);
        }
    }

    /** A port that is free now. */
    static int anyFree() {
        try {
            return bindAndClose(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int bindAndClose(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket.getLocalPort();
        }
    }
}
