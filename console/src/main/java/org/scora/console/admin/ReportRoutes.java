package org.scora.console.admin;

import static org.scora.console.admin.JsonRoute.answering;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.ProtectedDomains;
import org.scora.message.Outbox;
import org.scora.message.OutgoingMail;
import org.scora.report.ReportPeriod;
import org.scora.report.Reports;
import spark.Service;

/** Sends the report of a protected domain. */
public final class ReportRoutes implements Routes {
    private static final int MOST_DAYS = 366;
    private static final int MOST_RECIPIENTS = 20;
    private static final int DAYS = 7;

    private final Reports reports;
    private final KnownDomains known;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    public ReportRoutes(Reports reports, ProtectedDomains domains, Outbox outbox, Clock clock) {
        this.reports = reports;
        this.known = new KnownDomains(domains);
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * The report that is wanted.
     *
     * @param days how many days back it reaches; 7 by default
     * @param recipients the domain's administrators by default
     */
    public record ReportForm(String domain, Optional<Integer> days, Optional<List<String>> recipients) {}

    /**
     * The report that was sent.
     *
     * @param id of the mail in the queue
     */
    public record ReportSent(String id, String domain, int days, List<String> recipients) {}

    @Override
    public String getBasePath() {
        return "/scora/reports";
    }

    @Override
    public void define(Service service) {
        service.post(getBasePath(), answering(this::send));
    }

    private ReportSent send(AdminRequest request) {
        ReportForm form = request.body(ReportForm.class);
        ProtectedDomain domain = known.named(AdminRequest.domain(AdminRequest.present(form.domain(), "domain")));
        int days = days(form);
        List<String> recipients = recipients(form, domain);
        ReportPeriod period = ReportPeriod.before(clock.instant(), Duration.ofDays(days));
        OutgoingMail mail = reports.reportFor(domain, period, recipients);
        outbox.send(mail);
        return new ReportSent(mail.id(), domain.name(), days, recipients);
    }

    private static int days(ReportForm form) {
        int days = form.days().orElse(DAYS);
        if (days < 1 || days > MOST_DAYS) {
            throw AdminProblem.badRequest(
                    days + " days are out of range", "Expected a number of days from 1 to " + MOST_DAYS + ".");
        }
        return days;
    }

    private static List<String> recipients(ReportForm form, ProtectedDomain domain) {
        List<String> recipients = MailAddress.all(form.recipients().orElse(domain.administrators()), MOST_RECIPIENTS);
        if (recipients.isEmpty()) {
            throw AdminProblem.badRequest(
                    domain.name() + " has no administrator who could get the report",
                    "Name one: scora report send " + domain.name() + " --to you@example.com");
        }
        return recipients;
    }
}
