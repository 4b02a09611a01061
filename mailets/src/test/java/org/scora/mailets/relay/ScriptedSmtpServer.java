package org.scora.mailets.relay;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.scora.domain.RouteHost;

/**
 * A mail server that answers what a test tells it to, and keeps what it got. Commands are found by their beginning;
 * CONNECT stands for the greeting and "." for the end of the data. The answer DROP closes the connection.
 */
final class ScriptedSmtpServer implements AutoCloseable {
    static final String DROP = "DROP";

    private final ServerSocket listener;
    private final Thread acceptor = new Thread(this::accept, "scripted-smtp");
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<byte[]> messages = new CopyOnWriteArrayList<>();
    private volatile int mostMessages = Integer.MAX_VALUE;
    private volatile CountDownLatch silentSince = new CountDownLatch(1);
    private final AtomicInteger connections = new AtomicInteger();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private Optional<SSLContext> tls = Optional.empty();

    ScriptedSmtpServer() {
        this(InetAddress.getLoopbackAddress());
    }

    ScriptedSmtpServer(InetAddress address) {
        answers.putAll(Map.of(
                "CONNECT", "220 sink.example ESMTP",
                "EHLO", "250-sink.example\r\n250-SIZE\r\n250 8BITMIME",
                "MAIL", "250 2.1.0 Ok",
                "RCPT", "250 2.1.5 Ok",
                "DATA", "354 Go ahead",
                ".", "250 2.0.0 Taken",
                "RSET", "250 2.0.0 Ok",
                "STARTTLS", "220 2.0.0 Go ahead",
                "QUIT", "221 2.0.0 Bye"));
        try {
            listener = new ServerSocket(0, 50, address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        acceptor.setDaemon(true);
        acceptor.start();
    }

    ScriptedSmtpServer answering(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    ScriptedSmtpServer encryptingWith(SSLContext context) {
        tls = Optional.of(context);
        return answering("EHLO", "250-sink.example\r\n250 STARTTLS");
    }

    /** After so many messages it says nothing any more, on any connection, for as long as it is open. */
    void silentAfter(int messages, CountDownLatch silence) {
        mostMessages = messages;
        silentSince = silence;
    }

    RouteHost named(String name) {
        return new RouteHost(name, listener.getLocalPort(), 0);
    }

    RouteHost host(int preference) {
        return new RouteHost(listener.getInetAddress().getHostAddress(), listener.getLocalPort(), preference);
    }

    List<String> commands() {
        return commands;
    }

    /** How many were ever made. */
    int connections() {
        return connections.get();
    }

    /** Closes all connections that there are, without a word. */
    void cutConnections() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    List<byte[]> messages() {
        return messages;
    }

    @Override
    public void close() {
        try {
            listener.close();
            acceptor.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                connections.incrementAndGet();
                sockets.add(socket);
                Thread dialogue = new Thread(() -> talkQuietly(socket), "scripted-smtp-dialogue");
                dialogue.setDaemon(true);
                dialogue.start();
            } catch (IOException e) {
                // closed
            }
        }
    }

    private void talkQuietly(Socket socket) {
        try (socket) {
            talk(socket);
        } catch (IOException e) {
            // the other side left
        }
    }

    private void fallSilentWhenItIsTime() {
        if (messages.size() >= mostMessages) {
            try {
                silentSince.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void talk(Socket socket) throws IOException {
        InputStream in = new BufferedInputStream(socket.getInputStream());
        OutputStream out = new BufferedOutputStream(socket.getOutputStream());
        boolean goesOn = say(out, answers.get("CONNECT"));
        while (goesOn) {
            String command = new String(line(in), StandardCharsets.ISO_8859_1);
            commands.add(command);
            fallSilentWhenItIsTime();
            goesOn = say(out, answerTo(command)) && !command.startsWith("QUIT");
            if (command.startsWith("STARTTLS") && goesOn && tls.isPresent()) {
                talkEncrypted(socket, tls.get());
                return;
            }
            if (command.startsWith("DATA") && goesOn && answers.get("DATA").startsWith("354")) {
                byte[] message = data(in);
                String answer = answers.get(".");
                if (answer.startsWith("250")) {
                    messages.add(message);
                }
                goesOn = say(out, answer);
            }
        }
    }

    private void talkEncrypted(Socket socket, SSLContext context) throws IOException {
        SSLSocket encrypted = (SSLSocket) context.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
        encrypted.setUseClientMode(false);
        encrypted.startHandshake();
        commands.add("(encrypted)");
        InputStream in = encrypted.getInputStream();
        OutputStream out = encrypted.getOutputStream();
        boolean goesOn = true;
        while (goesOn) {
            String command = new String(line(in), StandardCharsets.ISO_8859_1);
            commands.add(command);
            goesOn = say(out, command.startsWith("EHLO") ? "250 sink.example" : answerTo(command))
                    && !command.startsWith("QUIT");
            if (command.startsWith("DATA")) {
                messages.add(data(in));
                goesOn = say(out, answers.get("."));
            }
        }
    }

    private String answerTo(String command) {
        return new LinkedHashMap<>(answers)
                .entrySet().stream()
                        .filter(answer -> command.startsWith(answer.getKey()))
                        .max((left, right) -> Integer.compare(
                                left.getKey().length(), right.getKey().length()))
                        .map(Map.Entry::getValue)
                        .orElse("500 5.5.2 What?");
    }

    private static boolean say(OutputStream out, String answer) throws IOException {
        if (answer.equals(DROP)) {
            return false;
        }
        out.write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return true;
    }

    private static byte[] data(InputStream in) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        while (true) {
            byte[] line = line(in);
            if (line.length == 1 && line[0] == '.') {
                return message.toByteArray();
            }
            int dots = line.length > 0 && line[0] == '.' ? 1 : 0;
            message.write(line, dots, line.length - dots);
            message.write('\r');
            message.write('\n');
        }
    }

    private static byte[] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            int octet = in.read();
            if (octet < 0) {
                throw new IOException("the other side left");
            }
            if (octet == '\n') {
                byte[] bytes = line.toByteArray();
                return java.util.Arrays.copyOf(bytes, Math.max(0, bytes.length - 1));
            }
            line.write(octet);
        }
    }
}
