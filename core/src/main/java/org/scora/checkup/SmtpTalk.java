package org.scora.checkup;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;

/** One connection to a mail server; bounded in time and in what the server may say. */
final class SmtpTalk implements AutoCloseable {
    private static final int LONGEST_LINE = 1000;
    private static final int MOST_LINES = 100;
    /** A read that waits ends by itself, and says more about it. */
    private static final int GRACE_MILLIS = 500;

    private final Deadline deadline;
    private final Socket connection;
    private final CompletableFuture<Void> inTime = new CompletableFuture<>();
    private Socket socket;
    private boolean heard;

    private SmtpTalk(Socket connection, Deadline deadline) {
        this.connection = connection;
        this.socket = connection;
        this.deadline = deadline;
    }

    /** The server does not want to go on. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /** The server took the connection and never said a word. */
    static final class Silent extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Connects and hears the greeting. */
    static SmtpTalk open(SmtpProbe.Visit visit, Deadline deadline) throws IOException {
        SmtpTalk talk = new SmtpTalk(new Socket(), deadline);
        try {
            if (visit.from().isPresent()) {
                talk.socket.bind(new InetSocketAddress(visit.from().get(), 0));
            }
            // A handshake of TLS reads as often as the other side likes; this ends it.
            talk.inTime
                    .orTimeout(deadline.left() + GRACE_MILLIS, TimeUnit.MILLISECONDS)
                    .whenComplete((done, late) -> talk.closeQuietly());
            talk.socket.connect(visit.server().socketAddress(), deadline.left());
            talk.expectPositive(talk.hear(), "the connection");
            return talk;
        } catch (IOException e) {
            talk.close();
            throw e;
        }
    }

    SmtpReply say(String command) throws IOException {
        socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return hear();
    }

    void expectPositive(SmtpReply reply, String what) throws Refused {
        if (!reply.positive()) {
            throw new Refused("answers " + what + " with " + reply);
        }
    }

    /** Begins TLS; what follows is encrypted. */
    void encrypt(CertificateNotes notes) throws IOException {
        SSLSocket encrypted = notes.over(socket);
        encrypted.setSoTimeout(deadline.left());
        encrypted.startHandshake();
        socket = encrypted;
    }

    /** Says goodbye, and waits for nothing. */
    void leave() throws IOException {
        socket.getOutputStream().write("QUIT\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private SmtpReply hear() throws IOException {
        List<String> lines = new ArrayList<>();
        String line;
        do {
            line = line();
            if (!line.matches("\\d{3}([ -].*)?") || lines.size() == MOST_LINES) {
                throw new Refused("does not speak SMTP: it says '" + printable(line) + "'");
            }
            lines.add(line.length() > 4 ? printable(line.substring(4)) : "");
        } while (line.length() > 3 && line.charAt(3) == '-');
        return new SmtpReply(Integer.parseInt(line.substring(0, 3)), lines);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        InputStream in = socket.getInputStream();
        while (true) {
            int octet = read(in);
            if (octet == '\n') {
                int end = line.length() - 1;
                return end >= 0 && line.charAt(end) == '\r' ? line.substring(0, end) : line.toString();
            }
            if (line.length() == LONGEST_LINE) {
                throw new Refused("says lines without an end");
            }
            line.append((char) octet);
        }
    }

    private int read(InputStream in) throws IOException {
        try {
            socket.setSoTimeout(deadline.left());
            int octet = in.read();
            if (octet < 0) {
                throw new EOFException("it closed the connection");
            }
            heard = true;
            return octet;
        } catch (SocketTimeoutException e) {
            throw heard ? e : new Silent();
        }
    }

    private static String printable(String line) {
        String text = line.replaceAll("[^\\x20-\\x7e]", "?");
        return text.substring(0, Math.min(200, text.length()));
    }

    private void closeQuietly() {
        try {
            connection.close();
        } catch (IOException e) {
            // It is of no use any more.
        }
    }

    @Override
    public void close() {
        inTime.complete(null);
    }
}
