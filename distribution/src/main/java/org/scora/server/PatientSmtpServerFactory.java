package org.scora.server;

import javax.inject.Inject;
import org.apache.james.dnsservice.api.DNSService;
import org.apache.james.filesystem.api.FileSystem;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.protocols.lib.handler.ProtocolHandlerLoader;
import org.apache.james.protocols.netty.AllButStartTlsLineChannelHandlerFactory;
import org.apache.james.protocols.netty.ChannelHandlerFactory;
import org.apache.james.smtpserver.netty.SMTPServer;
import org.apache.james.smtpserver.netty.SMTPServerFactory;
import org.apache.james.smtpserver.netty.SmtpMetricsImpl;

/**
 * James' SMTP server with room for long lines. A line has at most 998 characters (RFC 5321 section 4.5.3.1.6), but programs
 * send HTML in one line of many kilobytes, and its readers want it; James ends at 8 KiB with a 500.
 */
final class PatientSmtpServerFactory extends SMTPServerFactory {
    private static final int LONGEST_LINE = 1024 * 1024;

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
        PatientSmtpServer(SmtpMetricsImpl metrics) {
            super(metrics);
        }

        @Override
        protected ChannelHandlerFactory createFrameHandlerFactory() {
            return new AllButStartTlsLineChannelHandlerFactory("starttls", LONGEST_LINE);
        }
    }
}
