package org.scora.check.scanner;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scora.message.IncomingMessage;

/** A virus scanner behind ICAP (RFC 3507): the message is shown to it as if a web server had sent it (RESPMOD). */
final class Icap implements Scanner {
    private static final int NO_CHANGE = 204;
    private static final int OK = 200;
    private static final String REQUEST = "GET http://mail.invalid/message.eml HTTP/1.1\r\nHost: mail.invalid\r\n\r\n";
    private static final Pattern THREAT = Pattern.compile("Threat=([^;]{1,300})");
    // What a server puts in place of what it will not let pass.
    private static final Pattern REFUSAL = Pattern.compile("(?s)HTTP/1\\.[01] [45]\\d\\d .*");

    private final Exchange exchange;
    private final String service;
    private final String host;

    /** @param host what the server is called in the request */
    Icap(Exchange exchange, String service, String host) {
        this.exchange = exchange;
        this.service = service;
        this.host = host;
    }

    @Override
    public String name() {
        return "icap";
    }

    @Override
    public ScanResult scan(IncomingMessage message) throws IOException {
        HeadedReply reply = HeadedReply.parse(exchange.replyTo(out -> send(message.source(), out)));
        Optional<String> threat = threat(reply);
        if (threat.isPresent()) {
            return new ScanResult.Infected(threat.get());
        }
        if (reply.status() != NO_CHANGE && reply.status() != OK) {
            throw new IOException("it says: " + reply.firstLine());
        }
        return REFUSAL.matcher(reply.body()).matches()
                ? new ScanResult.Infected("something that it does not let pass")
                : new ScanResult.Clean();
    }

    /** No standard has these, but all servers write one of them (draft-stecher-icap-subid). */
    private static Optional<String> threat(HeadedReply reply) {
        Matcher found = THREAT.matcher(reply.header("x-infection-found").orElse(""));
        return found.find()
                ? Optional.of(found.group(1))
                : reply.header("x-virus-id")
                        .or(() -> reply.header("x-violations-found"))
                        .filter(name -> !name.isBlank());
    }

    private void send(byte[] source, OutputStream out) throws IOException {
        int length = Math.min(source.length, Exchange.LONGEST_MAIL);
        String response = "HTTP/1.1 200 OK\r\nContent-Type: message/rfc822\r\nContent-Length: " + length + "\r\n\r\n";
        int bodyAt = REQUEST.length() + response.length();
        String head = "RESPMOD icap://" + host + "/" + service + " ICAP/1.0\r\n"
                + "Host: " + host + "\r\n"
                + "Allow: 204\r\n"
                + "Connection: close\r\n"
                + "Encapsulated: req-hdr=0, res-hdr=" + REQUEST.length() + ", res-body=" + bodyAt + "\r\n\r\n";
        out.write(ascii(head + REQUEST + response));
        if (length > 0) {
            out.write(ascii(Integer.toHexString(length) + "\r\n"));
            out.write(source, 0, length);
            out.write(ascii("\r\n"));
        }
        out.write(ascii("0\r\n\r\n"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
