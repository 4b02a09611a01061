package org.scora.server;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.scora.people.RunningServer;
import org.scora.setting.GatewaySettings;
import org.scora.setting.SettingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code scora start}: runs the gateway in the foreground until it is told to stop. */
@Command(
        name = "start",
        description = "Run the gateway in the foreground. Ctrl-C, SIGTERM or 'scora stop' end it cleanly.")
final class StartCommand implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final int EX_CONFIG = 78;

    private final Path home;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets the spec
    StartCommand(Path home) {
        this.home = home;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (RunningServer.find(GatewaySettings.varFolderOf(home)).isPresent()) {
            return failed(FAILED, "A Scora server is already running on " + GatewaySettings.varFolderOf(home) + ".");
        }
        List<SettingException> problems = ConfigurationCheck.problems(home);
        if (!problems.isEmpty()) {
            problems.forEach(problem -> failed(EX_CONFIG, String.valueOf(problem.getMessage())));
            return EX_CONFIG;
        }
        GatewayServer server;
        try {
            server = GatewayServer.start(home);
        } catch (SettingException e) {
            return failed(EX_CONFIG, String.valueOf(e.getMessage()));
        } catch (IllegalStateException e) {
            return failed(FAILED, String.valueOf(e.getMessage()));
        }
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            stopped.countDown();
        }));
        stopped.await();
        return 0;
    }

    private int failed(int exitCode, String message) {
        spec.commandLine().getErr().println(message);
        return exitCode;
    }
}
