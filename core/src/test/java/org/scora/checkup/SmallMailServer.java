package org.scora.checkup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A mail server on loopback that takes whoever is not called nobody, and answers otherwise what a test tells it to.
 * Commands are found by their beginning; CONNECT stands for the greeting. After the answer SILENCE it says nothing more.
 */
public final class SmallMailServer implements AutoCloseable {
    static final String SILENCE = "SILENCE";

    private final ServerSocket listener;
    private final Thread acceptor = new Thread(this::accept, "small-mail-server");
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private Optional<SSLContext> tls = Optional.empty();

    public SmallMailServer() {
        answers.putAll(Map.of(
                "CONNECT", "220 mail.example.com ESMTP",
                "EHLO", "250-mail.example.com\r\n250 8BITMIME",
                "MAIL", "250 2.1.0 Ok",
                "RCPT", "250 2.1.5 Ok",
                "RCPT TO:<nobody-", "550 5.1.1 No such mailbox",
                "STARTTLS", "220 2.0.0 Go ahead",
                "QUIT", "221 2.0.0 Bye"));
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        acceptor.setDaemon(true);
        acceptor.start();
    }

    public SmallMailServer answering(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    public SmallMailServer encryptingWith(SSLContext context) {
        tls = Optional.of(context);
        return answering("EHLO", "250-mail.example.com\r\n250 STARTTLS");
    }

    public int port() {
        return listener.getLocalPort();
    }

    public List<String> commands() {
        return commands;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                sockets.add(socket);
                Thread dialogue = new Thread(() -> talkQuietly(socket), "small-mail-server-dialogue");
                dialogue.setDaemon(true);
                dialogue.start();
            } catch (IOException e) {
                // closed
            }
        }
    }

    private void talkQuietly(Socket socket) {
        try {
            talk(socket, answers.get("CONNECT"));
        } catch (IOException e) {
            // the other side left
        }
    }

    private void talk(Socket socket, String greeting) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        OutputStream out = socket.getOutputStream();
        if (greeting.equals(SILENCE)) {
            return;
        }
        say(out, greeting);
        for (String command = in.readLine(); command != null; command = in.readLine()) {
            commands.add(command);
            String answer = answerTo(command);
            if (answer.equals(SILENCE)) {
                return;
            }
            say(out, answer);
            if (command.equals("STARTTLS") && answer.startsWith("220")) {
                talkEncrypted(socket);
                return;
            }
        }
    }

    private void talkEncrypted(Socket socket) throws IOException {
        SSLSocket encrypted =
                (SSLSocket) tls.orElseThrow().getSocketFactory().createSocket(socket, null, socket.getPort(), true);
        encrypted.setUseClientMode(false);
        encrypted.startHandshake();
        commands.add("(encrypted)");
        talk(encrypted, "");
    }

    private String answerTo(String command) {
        return new ArrayList<>(answers.entrySet())
                .stream()
                        .filter(answer -> command.startsWith(answer.getKey()))
                        .max((one, other) -> Integer.compare(
                                one.getKey().length(), other.getKey().length()))
                        .map(Map.Entry::getValue)
                        .orElse("500 5.5.2 What?");
    }

    private static void say(OutputStream out, String answer) throws IOException {
        if (!answer.isEmpty()) {
            out.write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
    }

    /** Waits for the acceptor: until it wakes, the system goes on taking connections for it. */
    @Override
    public void close() throws IOException {
        listener.close();
        try {
            acceptor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
