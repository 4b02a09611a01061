package org.scora.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.MovableClock;
import org.scora.setting.SettingException;

class LiveSiteFindingsTest {
    @TempDir
    Path folder;

    private Path file;
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-24T12:00:00Z"));

    @BeforeEach
    void nameFile() {
        file = folder.resolve(SiteFindings.FILE);
    }

    @Test
    void aChangeCountsWithoutARestart() throws IOException {
        write("GTUBE\t5\n");
        LiveSiteFindings live = LiveSiteFindings.open(file, clock);
        assertThat(points(live)).isEqualTo(5);

        write("GTUBE\t4\n");
        assertThat(points(live)).as("not looked at the file again yet").isEqualTo(5);
        clock.forward(Duration.ofSeconds(3));
        assertThat(points(live)).isEqualTo(4);

        Files.delete(file);
        clock.forward(Duration.ofSeconds(3));
        assertThat(points(live)).isEqualTo(6);
    }

    @Test
    void aBrokenChangeKeepsWhatCountedUntilItIsMended() throws IOException {
        write("GTUBE\t5\n");
        LiveSiteFindings live = LiveSiteFindings.open(file, clock);

        write("GTUBE\tmany\n");
        clock.forward(Duration.ofSeconds(3));
        assertThat(points(live)).isEqualTo(5);
        clock.forward(Duration.ofSeconds(3));
        assertThat(points(live)).isEqualTo(5);

        write("GTUBE\t3\n");
        clock.forward(Duration.ofSeconds(3));
        assertThat(points(live)).isEqualTo(3);
    }

    @Test
    void aBrokenFileStopsTheStart() throws IOException {
        write("GTUBE\tmany\n");
        assertThatThrownBy(() -> LiveSiteFindings.open(file, clock))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining(":1: GTUBE: bad points 'many'");
    }

    private static double points(LiveSiteFindings live) {
        return live.get().weights().of("GTUBE").orElseThrow().points();
    }

    // Each with a time of its own, however fast the test is.
    private void write(String text) throws IOException {
        clock.forward(Duration.ofSeconds(1));
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
    }
}
