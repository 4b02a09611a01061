package org.scora.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Speaks SMTP line by line, from an address that a proxy would report (PROXY protocol, version 1). */
final class ProxiedClient implements AutoCloseable {
    private static final int PATIENCE_MS = 60_000;

    private final Socket socket;
    private final BufferedReader answers;

    private ProxiedClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MS);
        answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    }

    static ProxiedClient connect(int port, String address) throws IOException {
        ProxiedClient client = new ProxiedClient(port);
        client.answer();
        client.say("PROXY TCP4 " + address + " 127.0.0.1 40000 25\r\n");
        return client;
    }

    /** Connects as itself, and does not wait for the greeting. */
    static ProxiedClient withoutProxy(int port) throws IOException {
        return new ProxiedClient(port);
    }

    void say(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** Says a line and returns the last line of the answer. */
    String command(String line) throws IOException {
        say(line + "\r\n");
        return answer();
    }

    private String answer() throws IOException {
        String line = answers.readLine();
        while (line != null && line.matches("\\d{3}-.*")) {
            line = answers.readLine();
        }
        return String.valueOf(line);
    }

    boolean isClosedByServer() throws IOException {
        return answers.readLine() == null;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
