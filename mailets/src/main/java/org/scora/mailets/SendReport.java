package org.scora.mailets;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.ProtectedDomains;
import org.scora.message.Outbox;
import org.scora.report.ReportRequest;
import org.scora.report.Reports;
import org.scora.setting.Setting;
import org.scora.setting.Verb;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers a request for a report, if an administrator of the domain wrote it and SPF or DKIM proves that. The request
 * ends here in any case, without an answer to a stranger or to a program that answers by itself.
 */
public final class SendReport extends GenericMailet {
    private static final Setting<List<String>> TO = Setting.optional(
            "to",
            "addresses with commas between them",
            "",
            SendReport::addresses,
            "Who gets the report; who asked for it when nothing is written here.");

    /** How it stands in mailetcontainer.xml. */
    public static final Verb VERB = Verb.mailet(
            "SendReport",
            "Sends the report that the subject asks for, such as 'last 7 days example.com', if an administrator of that"
                    + " domain asks, with SPF or DKIM as proof. Ends the mail. Place it behind Score.",
            TO);

    private static final Logger LOGGER = LoggerFactory.getLogger(SendReport.class);

    private final ProtectedDomains domains;
    private final Reports reports;
    private final Outbox outbox;
    private final Clock clock;
    private List<String> to = List.of();

    @Inject
    public SendReport(ProtectedDomains domains, Reports reports, Outbox outbox, Clock clock) {
        this.domains = domains;
        this.reports = reports;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void init() throws MessagingException {
        to = Parameters.of(getMailetConfig(), VERB).get(TO);
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        MailStory story = MailStory.of(mail);
        Optional<ReportRequest> request = ReportRequest.parse(story.summary().subject());
        Optional<ProtectedDomain> domain =
                request.map(ReportRequest::domain).flatMap(domains::find).filter(asked -> mayAsk(story, asked));
        if (domain.isPresent() && !story.isAutomatic()) {
            List<String> recipients = to.isEmpty() ? story.sender().stream().toList() : to;
            outbox.send(
                    reports.reportFor(domain.get(), request.orElseThrow().period(story.receivedAt(clock)), recipients));
            LOGGER.info(
                    "{} report on {} sent to {}", story.receipt(), domain.get().name(), recipients);
        } else {
            LOGGER.info("{} asked for a report without being entitled to it", story.receipt());
        }
        mail.setState(Mail.GHOST);
    }

    private static boolean mayAsk(MailStory story, ProtectedDomain domain) {
        return story.provenSender()
                .filter(sender -> domain.administrators().stream().anyMatch(sender::equalsIgnoreCase))
                .isPresent();
    }

    private static List<String> addresses(String text) {
        List<String> addresses = text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(String::trim).toList();
        if (!addresses.stream().allMatch(address -> address.matches("[^@\\s]+@[^@\\s]+"))) {
            throw new IllegalArgumentException("not all of them are addresses");
        }
        return addresses;
    }
}
