package org.scora.check;

import com.google.common.net.InetAddresses;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scora.dns.Dns;
import org.scora.dns.ZoneFileDns;
import org.scora.message.Envelope;
import org.scora.message.IncomingMessage;

/**
 * A mail in a folder of golden mails, with what its check has to find. Beside {@code name.eml} stand {@code name.expect}
 * (one finding a line, or {@code unknown}; empty for none) and, where they are needed, {@code name.dns} (a zone),
 * {@code name.envelope} (client, helo, sender, recipient) and {@code name.readme}. In the mail, {@code {{NUL}}} and
 * {@code {{LF}}} stand for these bytes, and {@code {{40 times: text\n}}} for a repetition.
 */
record GoldenMail(Path file) {
    static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    private static final Pattern REPETITION = Pattern.compile("\\{\\{(\\d+) times: (.*?)}}");

    static List<Path> folders() {
        return list(FOLDER);
    }

    static List<GoldenMail> in(Path folder) {
        return list(folder).stream()
                .filter(file -> file.toString().endsWith(".eml"))
                .map(GoldenMail::new)
                .toList();
    }

    String checkName() {
        return file.getParent().getFileName().toString();
    }

    List<String> expected() {
        return beside(".expect")
                .orElseThrow(() -> new AssertionError(file + " has no .expect beside it"))
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .sorted()
                .toList();
    }

    Dns dns() {
        return ZoneFileDns.parse(file.toString(), beside(".dns").orElse(""));
    }

    IncomingMessage read() {
        String text = REPETITION
                .matcher(text(file))
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(2).replace("\\n", "\n").repeat(Integer.parseInt(found.group(1)))));
        byte[] source = text.replace("\n", "\r\n")
                .replace("{{NUL}}", "\0")
                .replace("{{LF}}", "\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        return IncomingMessage.read(new ByteArrayInputStream(source), envelope());
    }

    private Envelope envelope() {
        Map<String, String> written = new HashMap<>();
        beside(".envelope")
                .orElse("")
                .lines()
                .map(line -> line.split(":", 2))
                .forEach(pair -> written.put(pair[0].strip(), pair[1].strip()));
        return new Envelope(
                Optional.ofNullable(written.get("client")).map(InetAddresses::forString),
                Optional.ofNullable(written.get("helo")),
                Optional.ofNullable(written.get("sender")).filter(sender -> !sender.equals("<>")),
                List.of(written.getOrDefault("recipient", "user@customer.example")));
    }

    private Optional<String> beside(String extension) {
        Path other = Path.of(file.toString().replaceFirst("\\.eml$", extension));
        return Files.exists(other) ? Optional.of(text(other)) : Optional.empty();
    }

    // One char a byte, whatever the charset.
    private static String text(Path path) {
        try {
            return Files.readString(path, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
