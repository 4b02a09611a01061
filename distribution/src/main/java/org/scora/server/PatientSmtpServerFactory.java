package org.scora.server;

import javax.inject.Inject;
import org.apache.james.dnsservice.api.DNSService;
import org.apache.james.filesystem.api.FileSystem;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.protocols.lib.handler.ProtocolHandlerLoader;
import org.apache.james.protocols.netty.ChannelHandlerFactory;
import org.apache.james.smtpserver.netty.SMTPServer;
import org.apache.james.smtpserver.netty.SMTPServerFactory;
import org.apache.james.smtpserver.netty.SmtpMetricsImpl;

/** James' SMTP server with room for long lines, see {@link SmtpLines}, and neither for more than one read of a client nor
 * for one that takes for ever. */
final class PatientSmtpServerFactory extends SMTPServerFactory {
    @Inject
    PatientSmtpServerFactory(
            DNSService dns, ProtocolHandlerLoader loader, FileSystem fileSystem, MetricFactory metricFactory) {
        super(dns, loader, fileSystem, metricFactory);
    }

    @Override
    protected SMTPServer createServer() {
        return new PatientSmtpServer(smtpMetrics);
    }

    private static final class PatientSmtpServer extends SMTPServer {
        private final LongLines longLines = LongLines.ofThisProcess();

        PatientSmtpServer(SmtpMetricsImpl metrics) {
            super(metrics);
        }

        @Override
        protected ChannelHandlerFactory createFrameHandlerFactory() {
            return pipeline -> {
                OneReadAtATime.addTo(pipeline);
                SlowClients.addTo(pipeline);
                return new SmtpLines(pipeline, longLines);
            };
        }
    }
}
