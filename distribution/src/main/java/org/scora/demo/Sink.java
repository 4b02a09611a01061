package org.scora.demo;

import com.codahale.metrics.MetricRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.james.core.MailAddress;
import org.apache.james.core.MaybeSender;
import org.apache.james.metrics.dropwizard.DropWizardMetricFactory;
import org.apache.james.protocols.api.handler.ProtocolHandler;
import org.apache.james.protocols.api.handler.WiringException;
import org.apache.james.protocols.netty.LineDelimiterBasedChannelHandlerFactory;
import org.apache.james.protocols.netty.NettyServer;
import org.apache.james.protocols.smtp.MailEnvelope;
import org.apache.james.protocols.smtp.SMTPConfigurationImpl;
import org.apache.james.protocols.smtp.SMTPProtocol;
import org.apache.james.protocols.smtp.SMTPProtocolHandlerChain;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.core.ReceivedDataLineFilter;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.HookReturnCode;
import org.apache.james.protocols.smtp.hook.MessageHook;
import org.apache.james.protocols.smtp.hook.RcptHook;

/**
 * A small receiving mail server on loopback, in the place of the customer's own. It keeps each message as a file, byte
 * for byte, and does what it is told: take, put off, refuse, or be down. Safe for use by several threads.
 */
public final class Sink implements AutoCloseable {
    private static final int LONGEST_LINE = 64 * 1024 * 1024;

    /** What the sink says to a recipient. */
    public enum Mood {
        TAKING,
        /** 451, as a server that has a bad day. */
        PUTTING_OFF,
        /** 550, as a server that does not know the mailbox. */
        REFUSING
    }

    private final Path folder;
    private final AtomicInteger number = new AtomicInteger();
    private final Map<String, List<SinkMail>> byRecipient = new ConcurrentHashMap<>();
    private volatile Mood mood = Mood.TAKING;
    private volatile int port;
    private NettyServer server;

    private Sink(Path folder, int port) {
        this.folder = folder;
        this.port = port;
        this.server = newServer(port);
    }

    /**
     * Starts a sink on 127.0.0.1.
     *
     * @param folder where messages are kept; made if need be
     * @param port 0 for any that is free
     */
    public static Sink start(Path folder, int port) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Sink sink = new Sink(folder, port);
        sink.bind();
        return sink;
    }

    public int port() {
        return port;
    }

    /** Changes what recipients are told from now on. */
    public void turn(Mood newMood) {
        mood = newMood;
    }

    /** Closes all connections and the port; what was taken is kept. Does nothing when it is down. */
    public synchronized void goDown() {
        server.unbind();
    }

    /** Listens again on the same port. Does nothing when it is up. */
    public synchronized void comeUp() {
        if (!server.isBound()) {
            server = newServer(port);
            bind();
        }
    }

    /** What was taken for one recipient, in the order in which it came. */
    public List<SinkMail> mailsTo(String recipient) {
        return byRecipient.getOrDefault(recipient.toLowerCase(Locale.ROOT), List.of());
    }

    /** How many copies a recipient got. */
    public int countFor(String recipient) {
        return mailsTo(recipient).size();
    }

    /** How many messages were taken. */
    public int count() {
        return number.get();
    }

    /** Goes down without the two seconds that a graceful farewell takes. */
    @Override
    public synchronized void close() {
        server.setGracefulShutdown(false);
        server.unbind();
    }

    private synchronized void bind() {
        try {
            server.bind();
        } catch (Exception e) {
            throw new UncheckedIOException(new IOException("the sink can not listen on port " + port, e));
        }
        port = server.getListenAddresses().get(0).getPort();
    }

    private NettyServer newServer(int listenPort) {
        NettyServer netty = new NettyServer.Factory()
                .protocol(new SMTPProtocol(new Chain(), new SMTPConfigurationImpl()))
                .frameHandlerFactory(new LineDelimiterBasedChannelHandlerFactory(LONGEST_LINE))
                .build();
        netty.setListenAddresses(new InetSocketAddress(InetAddress.getLoopbackAddress(), listenPort));
        return netty;
    }

    private HookResult answerRecipient() {
        return switch (mood) {
            case TAKING -> HookResult.OK;
            case PUTTING_OFF -> answer(HookReturnCode.denySoft(), "451", "4.3.0 Not now, please try again later");
            case REFUSING -> answer(HookReturnCode.deny(), "550", "5.1.1 There is no such mailbox here");
        };
    }

    private static HookResult answer(HookReturnCode result, String code, String text) {
        return HookResult.builder()
                .hookReturnCode(result)
                .smtpReturnCode(code)
                .smtpDescription(text)
                .build();
    }

    private HookResult keep(MailEnvelope envelope) {
        Path file = folder.resolve(String.format("%06d.eml", number.incrementAndGet()));
        try (InputStream source = envelope.getMessageInputStream()) {
            Files.copy(source, file);
        } catch (IOException e) {
            return answer(HookReturnCode.denySoft(), "452", "4.3.1 The sink's disk is full");
        }
        List<String> recipients =
                envelope.getRecipients().stream().map(MailAddress::asString).toList();
        SinkMail mail = new SinkMail(envelope.getMaybeSender().asString(""), recipients, file);
        recipients.forEach(recipient -> byRecipient
                .computeIfAbsent(recipient.toLowerCase(Locale.ROOT), unused -> new CopyOnWriteArrayList<>())
                .add(mail));
        return HookResult.OK;
    }

    /** The protocol without what would change a message: no Received line is added. */
    private final class Chain extends SMTPProtocolHandlerChain {
        Chain() {
            super(new DropWizardMetricFactory(new MetricRegistry()));
            add(new TakeRecipients());
            add(new KeepMessages());
            try {
                wireExtensibleHandlers();
            } catch (WiringException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        protected List<ProtocolHandler> initDefaultHandlers() {
            List<ProtocolHandler> handlers = super.initDefaultHandlers();
            handlers.removeIf(ReceivedDataLineFilter.class::isInstance);
            return handlers;
        }
    }

    private final class TakeRecipients implements RcptHook {
        @Override
        public HookResult doRcpt(SMTPSession session, MaybeSender sender, MailAddress recipient) {
            return answerRecipient();
        }
    }

    private final class KeepMessages implements MessageHook {
        @Override
        public HookResult onMessage(SMTPSession session, MailEnvelope envelope) {
            return keep(envelope);
        }
    }
}
