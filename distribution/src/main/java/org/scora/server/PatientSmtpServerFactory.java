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
import org.scora.domain.Refusal;
import org.scora.prefilter.Door;

/**
 * James' SMTP server with room for long lines, see {@link SmtpLines}, and neither for more than one read of a client nor
 * for one that takes for ever, does not wait for its greeting, or tries out addresses.
 */
final class PatientSmtpServerFactory extends SMTPServerFactory {
    private final Door door;

    @Inject
    PatientSmtpServerFactory(
            DNSService dns,
            ProtocolHandlerLoader loader,
            FileSystem fileSystem,
            MetricFactory metricFactory,
            Door door) {
        super(dns, loader, fileSystem, metricFactory);
        this.door = door;
    }

    @Override
    protected SMTPServer createServer() {
        return new PatientSmtpServer(smtpMetrics, door);
    }

    private static final class PatientSmtpServer extends SMTPServer {
        private final LongLines longLines = LongLines.ofThisProcess();

        private final Door door;

        PatientSmtpServer(SmtpMetricsImpl metrics, Door door) {
            super(metrics);
            this.door = door;
        }

        @Override
        protected ChannelHandlerFactory createFrameHandlerFactory() {
            return pipeline -> {
                GreetingPause.addTo(pipeline, door.greetings()::pause, client -> said(door.ofEarlyTalker(client)));
                SlowAnswers.addTo(pipeline, door.greetings()::slowsDown);
                OneReadAtATime.addTo(pipeline);
                SlowClients.addTo(pipeline);
                return new SmtpLines(pipeline, longLines);
            };
        }

        private static String said(Refusal refusal) {
            return refusal.code() + " " + refusal.enhancedCode() + " " + refusal.text();
        }
    }
}
