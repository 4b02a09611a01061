package org.scora.server;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import javax.inject.Inject;
import org.apache.james.dnsservice.api.DNSService;
import org.apache.james.filesystem.api.FileSystem;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.protocols.lib.handler.ProtocolHandlerLoader;
import org.apache.james.protocols.netty.ChannelHandlerFactory;
import org.apache.james.smtpserver.netty.SMTPServer;
import org.apache.james.smtpserver.netty.SMTPServerFactory;
import org.apache.james.smtpserver.netty.SmtpMetrics;

/** Puts our reading of SMTP lines in the place of James' own. */
final class SmtpModule extends AbstractModule {

    @Override
    protected void configure() {
        bind(SMTPServerFactory.class).to(Servers.class).in(Scopes.SINGLETON);
    }

    /** Makes James' SMTP servers with {@link SmtpLines}. */
    static final class Servers extends SMTPServerFactory {
        @Inject
        Servers(DNSService dns, ProtocolHandlerLoader loader, FileSystem fileSystem, MetricFactory metrics) {
            super(dns, loader, fileSystem, metrics);
        }

        @Override
        protected SMTPServer createServer() {
            return new LongLineServer(smtpMetrics);
        }
    }

    private static final class LongLineServer extends SMTPServer {
        LongLineServer(SmtpMetrics metrics) {
            super(metrics);
        }

        @Override
        protected ChannelHandlerFactory createFrameHandlerFactory() {
            return SmtpLines::new;
        }
    }
}
