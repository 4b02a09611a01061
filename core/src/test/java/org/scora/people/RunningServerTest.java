package org.scora.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningServerTest {
    private static final RunningServer THIS_ONE =
            new RunningServer(ProcessHandle.current().pid(), 2525, 8000, 8080);

    @TempDir
    private Path var;

    @Test
    void announcedServerIsFound() {
        THIS_ONE.announce(var);
        assertThat(RunningServer.find(var)).contains(THIS_ONE);
    }

    @Test
    void laterAnnouncementCounts() throws IOException {
        new RunningServer(1, 25, 1, 2).announce(var);
        THIS_ONE.announce(var);
        assertThat(RunningServer.find(var)).contains(THIS_ONE);
        try (var files = Files.list(var.resolve("run"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void serverThatSaidGoodbyeIsNotFound() {
        THIS_ONE.announce(var);
        RunningServer.forget(var);
        assertThat(RunningServer.find(var)).isEmpty();
    }

    @Test
    void serverThatDiedWithoutGoodbyeIsNotFound() throws Exception {
        Process shortLived = new ProcessBuilder("true").start();
        shortLived.waitFor();
        new RunningServer(shortLived.pid(), 2525, 8000, 8080).announce(var);
        assertThat(RunningServer.find(var)).isEmpty();
    }

    @Test
    void whereNoServerHasRunThereIsNoneAndNothingToForget() {
        assertThat(RunningServer.find(var)).isEmpty();
        RunningServer.forget(var);
        assertThat(var).isEmptyDirectory();
    }
}
