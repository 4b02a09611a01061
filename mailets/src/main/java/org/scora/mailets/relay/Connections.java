package org.scora.mailets.relay;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.mail.MessagingException;
import org.scora.domain.TlsPolicy;
import org.scora.mailets.relay.SmtpConnection.Target;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens connections, and keeps those over which a mail went for the next one to the same host. Safe for use by several
 * threads.
 */
final class Connections implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(Connections.class);

    private final SmtpSessions sessions;
    private final int mostMails;
    private final Duration longestIdle;
    private final Clock clock;
    private final Map<Target, Deque<SmtpConnection>> idle = new HashMap<>();
    private final ScheduledExecutorService cleaner;
    private boolean closed;

    /**
     * @param mostMails that go over one connection; 1 for a new connection with each mail
     * @param longestIdle how long a connection waits for a further mail
     */
    Connections(SmtpSessions sessions, int mostMails, Duration longestIdle, Clock clock) {
        this.sessions = sessions;
        this.mostMails = mostMails;
        this.longestIdle = longestIdle;
        this.clock = clock;
        this.cleaner = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "relay-connections");
            thread.setDaemon(true);
            return thread;
        });
        cleaner.scheduleWithFixedDelay(this::closeIdle, 1, 1, TimeUnit.SECONDS);
    }

    /** The connection that was used last, since its host is the most likely not to have closed it. */
    synchronized Optional<SmtpConnection> takeIdle(Target target) {
        Deque<SmtpConnection> waiting = idle.getOrDefault(target, new ArrayDeque<>());
        SmtpConnection taken = waiting.poll();
        if (waiting.isEmpty()) {
            idle.remove(target);
        }
        return Optional.ofNullable(taken);
    }

    /** @throws TlsException when the policy asks for more protection than there is */
    SmtpConnection open(Target target) throws MessagingException {
        SmtpConnection connection = new SmtpConnection(sessions.encrypting(target), target);
        try {
            connection.connect();
        } catch (MessagingException e) {
            closeQuietly(connection);
            if (!connection.tlsFailed()) {
                throw e;
            }
            return withoutTls(target, e);
        }
        if (target.policy() != TlsPolicy.OPPORTUNISTIC && !connection.isSSL()) {
            closeQuietly(connection);
            throw TlsException.notOffered();
        }
        return connection;
    }

    private SmtpConnection withoutTls(Target target, MessagingException failure) throws MessagingException {
        if (target.policy() != TlsPolicy.OPPORTUNISTIC) {
            throw TlsException.failed(failure);
        }
        LOGGER.info(
                "{} offers STARTTLS but fails at it, so it gets mail without: {}", target.server(), failure.toString());
        SmtpConnection unencrypted = new SmtpConnection(sessions.plain(), target);
        unencrypted.connect();
        return unencrypted;
    }

    /** To be called when a mail has been sent over it, however that ended. */
    void giveBack(SmtpConnection connection) {
        if (!keep(connection)) {
            closeQuietly(connection);
        }
    }

    private synchronized boolean keep(SmtpConnection connection) {
        if (closed || !connection.isOpen() || connection.transactions() >= mostMails) {
            return false;
        }
        connection.idleSince(clock.instant());
        idle.computeIfAbsent(connection.target(), target -> new ArrayDeque<>()).push(connection);
        return true;
    }

    /** Closes what has waited too long. */
    void closeIdle() {
        takeIdleSince(clock.instant().minus(longestIdle).toEpochMilli()).forEach(Connections::closeQuietly);
    }

    private synchronized List<SmtpConnection> takeIdleSince(long millis) {
        List<SmtpConnection> taken = new ArrayList<>();
        idle.values()
                .forEach(waiting -> waiting.removeIf(connection -> {
                    boolean old = connection.idleSince().toEpochMilli() <= millis;
                    return old && taken.add(connection);
                }));
        idle.values().removeIf(Deque::isEmpty);
        return taken;
    }

    static void closeQuietly(SmtpConnection connection) {
        try {
            connection.close();
        } catch (MessagingException e) {
            LOGGER.debug("a connection did not end well", e);
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        cleaner.shutdownNow();
        takeIdleSince(Long.MAX_VALUE).forEach(Connections::closeQuietly);
    }
}
