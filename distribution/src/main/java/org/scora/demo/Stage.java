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
    private boolean closed;

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
        Sink sink = Sink.start(home.folder().resolve("sink"), 0);
        GatewayProcess gateway = GatewayProcess.start(home.folder());
        Stage stage = new Stage(home, sink, gateway, out);
        Runtime.getRuntime().addShutdownHook(new Thread(stage::close, "end-of-demonstration"));
        return stage;
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

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            gateway.close();
            sink.close();
            home.delete();
        }
    }
}
