package org.scora.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A domain's own server that keeps the commands it got, and offers DSN (RFC 3461) or does not. It refuses recipients that
 * begin with "refused" and puts off those that begin with "late".
 */
final class DestinationServer implements AutoCloseable {
    private final ServerSocket listener;
    private final boolean offersDsn;
    private final List<String> commands = new CopyOnWriteArrayList<>();

    private DestinationServer(ServerSocket listener, boolean offersDsn) {
        this.listener = listener;
        this.offersDsn = offersDsn;
    }

    static DestinationServer start(boolean offersDsn) throws IOException {
        DestinationServer server =
                new DestinationServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), offersDsn);
        server.inBackground(server::accept);
        return server;
    }

    String route() {
        return "127.0.0.1:" + listener.getLocalPort();
    }

    /** The commands of all its clients. */
    List<String> commands() {
        return commands;
    }

    private void inBackground(Runnable work) {
        Thread thread = new Thread(work, "destination-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                inBackground(() -> talk(client));
            } catch (IOException e) {
                // closed
            }
        }
    }

    private void talk(Socket client) {
        try (client) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            OutputStream out = client.getOutputStream();
            say(out, "220 destination.example ESMTP");
            for (String command = in.readLine(); command != null; command = in.readLine()) {
                commands.add(command);
                say(out, answer(command));
                if (command.equals("DATA")) {
                    readMessage(in);
                    say(out, "250 2.6.0 Taken");
                }
            }
        } catch (IOException e) {
            // the other side left
        }
    }

    private String answer(String command) {
        if (command.startsWith("EHLO")) {
            return offersDsn ? "250-destination.example\r\n250 DSN" : "250 destination.example";
        }
        if (command.startsWith("RCPT TO:<refused")) {
            return "550 5.1.1 No such user";
        }
        if (command.startsWith("RCPT TO:<late")) {
            return "451 4.3.0 Not now";
        }
        return command.equals("DATA") ? "354 Go ahead" : "250 2.0.0 Ok";
    }

    private static void readMessage(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            line = in.readLine();
        }
    }

    private static void say(OutputStream out, String answer) throws IOException {
        out.write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
