package org.scora.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

/** A name server on loopback by which no name exists (RFC 1035), so that no question leaves the machine or waits. */
final class NoNames implements AutoCloseable {
    private static final int HEADER = 12;
    private static final int NAME_ERROR = 3;

    private final DatagramSocket socket;

    private NoNames(DatagramSocket socket) {
        this.socket = socket;
    }

    static NoNames start() throws IOException {
        NoNames names = new NoNames(new DatagramSocket(0, InetAddress.getLoopbackAddress()));
        Thread thread = new Thread(names::answerAll, "no-names");
        thread.setDaemon(true);
        thread.start();
        return names;
    }

    int port() {
        return socket.getLocalPort();
    }

    private void answerAll() {
        DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
        while (!socket.isClosed()) {
            try {
                packet.setLength(4096);
                socket.receive(packet);
                answer(packet);
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void answer(DatagramPacket packet) throws IOException {
        byte[] bytes = packet.getData();
        if (packet.getLength() < HEADER) {
            return;
        }
        int end = HEADER;
        while (end < packet.getLength() && bytes[end] != 0) {
            end += 1 + (bytes[end] & 0xff);
        }
        bytes[2] = (byte) (bytes[2] | 0x80);
        bytes[3] = (byte) (0x80 | NAME_ERROR);
        // One question, and behind it nothing: an OPT record is not echoed.
        for (int i = 6; i < HEADER; i++) {
            bytes[i] = 0;
        }
        packet.setLength(Math.min(packet.getLength(), end + 5));
        socket.send(packet);
    }

    @Override
    public void close() {
        socket.close();
    }
}
