package org.scora.check.scanner;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.scora.message.Envelope;
import org.scora.message.IncomingMessage;

/**
 * What a client and a server say to each other about a mail. Lines with {@code >} are the client's, those with {@code <} the
 * server's; they follow each other without a line end, which is written {@code \r\n}.
 */
record Dialogue(String mail, byte[] client, byte[] server) {
    private static final Path FOLDER = Path.of("src", "test", "resources", "org", "scora", "check", "scanner");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(x[0-9a-f]{2}|.)");

    static Dialogue read(String name) throws IOException {
        List<String> lines = Files.readAllLines(FOLDER.resolve(name + ".dialogue"), StandardCharsets.US_ASCII);
        String mail = said(lines, "mail ");
        return new Dialogue(mail, bytes(said(lines, "> ")), bytes(said(lines, "< ")));
    }

    IncomingMessage message() throws IOException {
        return message(mail);
    }

    static IncomingMessage message(String mail) throws IOException {
        String text = Files.readString(FOLDER.resolve(mail), StandardCharsets.US_ASCII)
                .replace("\n", "\r\n");
        return IncomingMessage.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)),
                new Envelope(
                        Optional.of(InetAddress.getByName("192.0.2.10")),
                        Optional.of("mail.firm.example"),
                        Optional.of("anna@firm.example"),
                        List.of("user@customer.example")));
    }

    private static String said(List<String> lines, String mark) {
        return lines.stream()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()))
                .collect(Collectors.joining());
    }

    private static byte[] bytes(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher matcher = ESCAPE.matcher(text);
        int at = 0;
        while (matcher.find()) {
            bytes.writeBytes(text.substring(at, matcher.start()).getBytes(StandardCharsets.US_ASCII));
            bytes.write(value(matcher.group(1)));
            at = matcher.end();
        }
        bytes.writeBytes(text.substring(at).getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }

    private static int value(String escape) {
        return switch (escape) {
            case "r" -> '\r';
            case "n" -> '\n';
            case "t" -> '\t';
            case "0" -> 0;
            case "\\" -> '\\';
            default -> Integer.parseInt(escape.substring(1), 16);
        };
    }
}
