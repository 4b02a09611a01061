package org.scora.console.web;

import com.google.common.base.Suppliers;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.scora.console.GatewayStatus;
import org.scora.console.StatusSource;
import org.scora.console.web.visit.Form;

/**
 * The web server of the console. A status is kept for some seconds, so that however many ask, the store is asked little.
 */
public final class WebConsole implements AutoCloseable {
    private static final Duration STATUS_KEPT = Duration.ofSeconds(5);
    private static final int LARGEST_HEADER = 8192;
    private static final int MOST_HEADERS = 64;
    private static final int MOST_PARAMETERS = 16;
    private static final int PATIENCE_IN_MS = 15_000;
    private static final int IO_THREADS = 2;
    private static final int WORKERS = 8;

    private final Undertow server;

    public WebConsole(Site site, StatusSource status, Sections sections) {
        com.google.common.base.Supplier<GatewayStatus> kept =
                Suppliers.memoizeWithExpiration(status::read, STATUS_KEPT);
        this.server = Undertow.builder()
                .addHttpListener(site.port(), site.address())
                .setIoThreads(IO_THREADS)
                .setWorkerThreads(WORKERS)
                .setServerOption(UndertowOptions.MAX_HEADER_SIZE, LARGEST_HEADER)
                .setServerOption(UndertowOptions.MAX_HEADERS, MOST_HEADERS)
                .setServerOption(UndertowOptions.MAX_PARAMETERS, MOST_PARAMETERS)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, (long) Form.LONGEST)
                .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, PATIENCE_IN_MS)
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, PATIENCE_IN_MS)
                .setServerOption(UndertowOptions.IDLE_TIMEOUT, PATIENCE_IN_MS)
                .setHandler(new Pages(kept, new Templates(site.zone()), site, sections))
                .build();
    }

    /** Listens from now on; throws RuntimeException when the port is taken. */
    public WebConsole start() {
        server.start();
        return this;
    }

    /** The port it listens on, once started. */
    public int port() {
        return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
    }

    @Override
    public void close() {
        server.stop();
    }
}
