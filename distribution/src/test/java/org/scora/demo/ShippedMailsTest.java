package org.scora.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.scora.demo.Fixture.End;

/** The mails that people see first. */
class ShippedMailsTest {
    private static final Path FOLDER = Path.of("src/main/demo");
    private static final Pattern HOST = Pattern.compile("(?<=[^ ]@|://)[^\\s/?:;,<>\"']+");

    private final List<Fixture> fixtures = Manifest.read(FOLDER);

    @Test
    void everyMailIsInTheManifestAndTheOtherWayRound() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("mails"))) {
            assertThat(fixtures).extracting(Fixture::file).containsExactlyInAnyOrderElementsOf(files.toList());
        }
    }

    @Test
    void senderAndRecipientTellTheMailsApart() {
        assertThat(fixtures)
                .extracting(fixture -> fixture.sender() + " " + fixture.recipient())
                .doesNotHaveDuplicates();
    }

    @Test
    void everyWayAMailCanEndIsShown() {
        assertThat(fixtures).extracting(Fixture::end).contains(End.DELIVERED, End.FLAGGED, End.HELD, End.REFUSED);
        assertThat(fixtures).extracting(Fixture::smtpCode).contains(250, 451, 550);
    }

    @Test
    void onlyReservedNamesAreUsed() throws IOException {
        for (Fixture fixture : fixtures) {
            String text = Files.readString(fixture.file(), StandardCharsets.ISO_8859_1);
            assertThat(HOST.matcher(text).results().map(match -> match.group()))
                    .as(fixture.name())
                    .allMatch(host -> host.matches(
                            "(.*\\.)?example|(.*\\.)?example\\.com|.*\\.test|localhost|192\\.0\\.2\\.\\d+"));
        }
    }
}
