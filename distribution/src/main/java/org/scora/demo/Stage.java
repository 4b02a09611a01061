package org.scora.demo;

import java.io.PrintStream;
import java.nio.file.Path;
import org.scora.people.RunningServer;

/** All that the demonstration sets up: a home, a sink, a gateway. Closing it twice does no harm. */
final class Stage implements AutoCloseable {
    private final DemoHome home;
    private final Sink sink;
    private final GatewayProcess gateway;
    private final Operator operator;
    private final PrintStream out;
    private volatile boolean closing;
    private boolean cleared;

    private Stage(DemoHome home, Sink sink, GatewayProcess gateway, PrintStream out) {
        this.home = home;
        this.sink = sink;
        this.gateway = gateway;
        this.operator = new Operator(home, out);
        this.out = out;
    }

    /** Starts everything; what was started is ended with the process, however that ends. */
    static Stage set(Path distribution, int smtpPort, int consolePort, PrintStream out) {
        Ports.requireFree(smtpPort, "the gateway is to take mail", "--smtp-port", "SMTP_PORT");
        Ports.requireFree(consolePort, "the console is to listen", "--console-port", "CONSOLE_PORT");
        DemoHome home = DemoHome.create(
                distribution, smtpPort, consolePort, Ports.anyFree(), distribution.resolve("demo/demo.zone"));
        try {
            Sink sink = Sink.start(home.folder().resolve("sink"), 0);
            Stage stage = new Stage(home, sink, GatewayProcess.start(home.folder()), out);
            Runtime.getRuntime().addShutdownHook(new Thread(stage::close, "end-of-demonstration"));
            return stage;
        } catch (RuntimeException e) {
            home.delete();
            throw e;
        }
    }

    /** Waits until the gateway takes mail. */
    void awaitReady() {
        long start = System.nanoTime();
        RunningServer server = gateway.awaitReady();
        out.printf(
                "The gateway takes mail on port %d (started in %.1f s).%n",
                server.smtpPort(), (System.nanoTime() - start) / 1e9);
        out.printf("The sink, in place of example.com's own mail server, listens on port %d.%n%n", sink.port());
    }

    DemoHome home() {
        return home;
    }

    Sink sink() {
        return sink;
    }

    GatewayProcess gateway() {
        return gateway;
    }

    Operator operator() {
        return operator;
    }

    /** Whether the end has begun, by Ctrl-C for example. */
    boolean closing() {
        return closing;
    }

    @Override
    public void close() {
        closing = true;
        clear();
    }

    private synchronized void clear() {
        if (!cleared) {
            cleared = true;
            gateway.close();
            sink.close();
            home.delete();
        }
    }
}
