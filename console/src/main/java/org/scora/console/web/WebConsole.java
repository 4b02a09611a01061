package org.scora.console.web;

import com.google.common.base.Suppliers;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import org.scora.console.GatewayStatus;
import org.scora.console.StatusSource;

/**
 * The web server of the console. A status is kept for some seconds, so that however many ask, the store is asked little.
 */
public final class WebConsole implements AutoCloseable {
    private static final Duration STATUS_KEPT = Duration.ofSeconds(5);
    private static final int LARGEST_HEADER = 8192;
    private static final int MOST_HEADERS = 64;
    private static final int MOST_PARAMETERS = 16;
    private static final long LARGEST_BODY = 1024;
    private static final int PATIENCE_IN_MS = 15_000;
    private static final int IO_THREADS = 2;
    private static final int WORKERS = 8;

    private final Undertow server;

    /**
     * @param address to listen on; loopback unless a proxy with TLS stands before it
     * @param port 0 takes any that is free
     * @param hosts names under which it is reached, besides localhost and the addresses of this host
     * @param zone in which times are shown
     */
    public WebConsole(String address, int port, Collection<String> hosts, StatusSource status, ZoneId zone) {
        com.google.common.base.Supplier<GatewayStatus> kept =
                Suppliers.memoizeWithExpiration(status::read, STATUS_KEPT);
        this.server = Undertow.builder()
                .addHttpListener(port, address)
                .setIoThreads(IO_THREADS)
                .setWorkerThreads(WORKERS)
                .setServerOption(UndertowOptions.MAX_HEADER_SIZE, LARGEST_HEADER)
                .setServerOption(UndertowOptions.MAX_HEADERS, MOST_HEADERS)
                .setServerOption(UndertowOptions.MAX_PARAMETERS, MOST_PARAMETERS)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, LARGEST_BODY)
                .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, PATIENCE_IN_MS)
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, PATIENCE_IN_MS)
                .setServerOption(UndertowOptions.IDLE_TIMEOUT, PATIENCE_IN_MS)
                .setHandler(new Pages(kept, new Templates(zone), new OwnHosts(hosts)))
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
