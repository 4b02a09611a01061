package org.scora.demo;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Sends messages as the bytes that they are: nothing is parsed, encoded or completed. Mail libraries repair what they
 * send; here the broken mail is the point. One connection; for one thread.
 */
public final class SmtpClient implements AutoCloseable {
    private static final int LONGEST_ANSWER = 4096;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    private SmtpClient(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = new BufferedOutputStream(socket.getOutputStream());
    }

    /**
     * Connects to loopback and says hello.
     *
     * @param timeout for each answer
     */
    public static SmtpClient connect(int port, String helo, Duration timeout) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setSoTimeout((int) timeout.toMillis());
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) timeout.toMillis());
            SmtpClient client = new SmtpClient(socket);
            client.expectPositive(client.answer());
            client.expectPositive(client.command("EHLO " + helo));
            return client;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /**
     * Sends one message to one recipient and returns the answer that decided: the first refusal, or what was said to
     * the message itself.
     *
     * @param sender the reverse-path; empty for the null sender
     * @param message lines ended by CRLF, the last one too
     */
    public SmtpAnswer send(String sender, String recipient, byte[] message) throws IOException {
        for (String command :
                new String[] {"MAIL FROM:<" + sender + "> BODY=8BITMIME", "RCPT TO:<" + recipient + ">", "DATA"}) {
            SmtpAnswer answer = command(command);
            if (!answer.positive()) {
                command("RSET");
                return answer;
            }
        }
        writeDotStuffed(message);
        return answer();
    }

    /** Says one line and reads the answer. */
    public SmtpAnswer command(String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return answer();
    }

    /** Says goodbye as far as the server still listens. */
    @Override
    public void close() {
        try (Socket closing = socket) {
            command("QUIT");
        } catch (IOException e) {
            // The server was faster; there is nothing left to say.
        }
    }

    // RFC 5321 section 4.5.2: a dot at the start of a line is doubled.
    private void writeDotStuffed(byte[] message) throws IOException {
        boolean lineStart = true;
        for (byte octet : message) {
            if (lineStart && octet == '.') {
                out.write('.');
            }
            out.write(octet);
            lineStart = octet == '\n';
        }
        out.write((lineStart ? ".\r\n" : "\r\n.\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private SmtpAnswer answer() throws IOException {
        String line = line();
        while (line.length() > 3 && line.charAt(3) == '-') {
            line = line();
        }
        if (!line.matches("[2-5]\\d\\d.*")) {
            throw new IOException("not an SMTP answer: " + line);
        }
        return new SmtpAnswer(
                Integer.parseInt(line.substring(0, 3)),
                line.length() > 3 ? line.substring(4).strip() : "");
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0 || line.length() > LONGEST_ANSWER) {
                throw new EOFException("the connection ended after '" + line + "'");
            }
            line.append((char) octet);
        }
        return line.toString().stripTrailing();
    }

    private void expectPositive(SmtpAnswer answer) throws IOException {
        if (!answer.positive()) {
            throw new IOException("the server said " + answer);
        }
    }
}
