package org.scora.message.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever bytes come under whatever name, reading them ends without failure and within the limits. */
class AnyFileTest {
    private static final FileLimits LIMITS =
            new FileLimits(20, 3, 64 * 1024, 256 * 1024, 150, 1 << 20, 4, 1_000_000, 2_000_000, 50, 10);
    private static final Pattern BASE64 = Pattern.compile("(?s)base64\n\n([A-Za-z0-9+/=\n]+)\n");

    private static final String[] BEGINNINGS = {
        "",
        "PK\u0003\u0004",
        "PK\u0001\u0002",
        "7z\u00bc\u00af'\u001c\0\u0004",
        "Rar!\u001a\u0007\0",
        "Rar!\u001a\u0007\u0001\0",
        "\u001f\u008b\b\0",
        "BZh9",
        "\u00fd7zXZ\0\0\u0004",
        "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1",
        "%PDF-1.5\n1 0 obj << /Type /ObjStm /Filter /FlateDecode >> stream\n",
        "%PDF-1.5\n1 0 obj << /Subtype /Image /Width 90 /Height 90 /Filter /FlateDecode >> stream\n",
        "%PDF-1.5\n1 0 obj << /S /URI /URI (http://a.example/\\",
        "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR",
        "\u00ff\u00d8\u00ff\u00e0",
        "GIF89a",
        "<html><script>",
        "<svg",
        "BEGIN:VCALENDAR\nURL:http://a.example"
    };

    @Property(tries = 2000, seed = "20260302")
    void randomBytesUnderAnyNameAreReadWithinTheLimits(
            @ForAll("beginnings") byte[] beginning, @ForAll byte[] rest, @ForAll("names") String name) {
        check(name, Bytes.concat(beginning, rest));
    }

    @Property(tries = 1500, seed = "20260302")
    void damagedFilesAreReadWithinTheLimits(
            @ForAll("whole") byte[] whole, @ForAll("damages") List<Damage> damages, @ForAll("names") String name) {
        byte[] damaged = whole.clone();
        damages.forEach(damage -> damaged[Math.floorMod(damage.at(), damaged.length)] = damage.value());
        check(name, damaged);
    }

    /** A byte that is not what it was. */
    record Damage(int at, byte value) {}

    private static void check(String name, byte[] content) {
        MailFiles files = MailFiles.read(
                List.of(new MailFiles.Attached(name, "application/octet-stream", content, content.length)), LIMITS);
        assertThat(files.all()).hasSizeBetween(1, LIMITS.files());
        assertThat(files.all()).allMatch(file -> file.holders().size() <= LIMITS.depth());
        assertThat(files.all().stream()
                        .filter(MailFile::isInArchive)
                        .mapToLong(file -> file.content().length)
                        .sum())
                .isLessThanOrEqualTo(LIMITS.unpackedBytes());
        assertThat(files.links()).allMatch(link -> link.target().length() <= 2000);
    }

    @Provide
    Arbitrary<byte[]> beginnings() {
        return Arbitraries.of(BEGINNINGS).map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("", ".", "a.zip", "a.docm", "a.pdf", "a.svg", "a.ics", "a.tar.gz", "\u202e\u202e.exe");
    }

    @Provide
    Arbitrary<List<Damage>> damages() {
        Arbitrary<Integer> at = Arbitraries.oneOf(List.of(
                Arbitraries.integers().between(0, 200),
                Arbitraries.integers().between(-200, 0),
                Arbitraries.integers()));
        return Combinators.combine(at, Arbitraries.bytes())
                .as(Damage::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    /** The files in the golden mails about files. */
    @Provide
    Arbitrary<byte[]> whole() {
        Path golden = Path.of("src", "test", "resources", "golden");
        List<byte[]> files = Stream.of(
                        "archive-trap",
                        "encrypted-file",
                        "executable-attachment",
                        "office-macro",
                        "pdf-action",
                        "qr-code")
                .flatMap(folder -> filesIn(golden.resolve(folder)))
                .toList();
        assertThat(files).hasSizeGreaterThan(30);
        return Arbitraries.of(files);
    }

    private static Stream<byte[]> filesIn(Path folder) {
        try (Stream<Path> mails = Files.list(folder)) {
            return mails.filter(mail -> mail.toString().endsWith(".eml")).sorted().toList().stream()
                    .flatMap(mail -> BASE64.matcher(text(mail)).results())
                    .map(found -> Base64.getMimeDecoder().decode(found.group(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path mail) {
        try {
            return Files.readString(mail);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
