package org.scora.check.scanner;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.scora.setting.ServerAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to a server: what is to be said, then what it answers until it closes. Bounded in time and length; a thread that
 * is interrupted stops waiting at once.
 */
final class Exchange {
    private static final Logger LOGGER = LoggerFactory.getLogger(Exchange.class);

    /** No server says more about one message. */
    static final int LONGEST_REPLY = 1024 * 1024;

    /** How much of a message a scanner gets to see: as much as clamd takes by default. */
    static final int LONGEST_MAIL = 25 * 1024 * 1024;

    private static final int BUFFER = 64 * 1024;

    private final ServerAddress address;
    private final Duration timeout;

    Exchange(ServerAddress address, Duration timeout) {
        this.address = address;
        this.timeout = timeout;
    }

    /** Writes what is to be said. */
    interface Request {
        void writeTo(OutputStream out) throws IOException;
    }

    /** @throws IOException also for a server that takes too long or says too much */
    byte[] replyTo(Request request) throws IOException {
        CompletableFuture<Void> inTime = new CompletableFuture<>();
        try (SocketChannel channel = open()) {
            inTime.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                    .whenComplete((done, late) -> closeIf(late != null, channel));
            channel.connect(address.resolved());
            send(request, channel);
            byte[] reply = Channels.newInputStream(channel).readNBytes(LONGEST_REPLY + 1);
            if (reply.length > LONGEST_REPLY) {
                throw new IOException("it says too much");
            }
            return reply;
        } catch (ClosedByInterruptException e) {
            throw new IOException("interrupted", e);
        } catch (IOException e) {
            throw inTime.isCompletedExceptionally() ? late() : e;
        } finally {
            inTime.complete(null);
        }
    }

    private SocketChannel open() throws IOException {
        return address.isUnix() ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
    }

    private static void send(Request request, SocketChannel channel) throws IOException {
        try {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
            request.writeTo(out);
            out.flush();
        } catch (ClosedChannelException e) {
            throw e;
        } catch (IOException e) {
            // A server that has seen enough closes early, and may have said why: what can be read tells.
            LOGGER.debug("{} did not take all of it", channel, e);
        }
    }

    private SocketTimeoutException late() {
        return new SocketTimeoutException("no answer within " + timeout.toMillis() + " ms");
    }

    private static void closeIf(boolean late, SocketChannel channel) {
        if (late) {
            try {
                channel.close();
            } catch (IOException e) {
                // It is of no use any more.
            }
        }
    }
}
