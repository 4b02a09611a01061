package org.scora.checkup;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scora.domain.CallForward;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.RecipientPolicy;
import org.scora.domain.Route.Server;
import org.scora.domain.TlsPolicy;

/** Puts into words what a visit to one of a domain's servers came to. */
final class ServerFindings {
    private static final Duration SOON = Duration.ofDays(14);

    private final Clock clock;

    ServerFindings(Clock clock) {
        this.clock = clock;
    }

    /** @param recipients who was asked for; the last one is nobody's */
    List<CheckUpFinding> of(Server server, ProtectedDomain domain, List<String> recipients, SmtpProbe.Report report) {
        String name = name(server);
        List<CheckUpFinding> findings = new ArrayList<>();
        tls(name, domain, report.tls()).ifPresent(findings::add);
        if (report.failure().isPresent()) {
            findings.add(
                    0,
                    Code.SERVER_SILENT.says(
                            name + " " + report.failure().get() + ".",
                            "Start it, open its port to this gateway, or correct the route: scora domain set "
                                    + domain.name() + " route MAILSERVER"));
            return findings;
        }
        findings.add(0, known(name, recipients, report));
        findings.add(stranger(name, domain, report));
        return findings;
    }

    static String name(Server server) {
        String address = server.address().getHostAddress();
        return server.name().equals(address) ? server.toString() : server + " [" + address + "]";
    }

    // Servers need not have a postmaster of each domain, so one that is taken speaks for the other.
    private static CheckUpFinding known(String name, List<String> recipients, SmtpProbe.Report report) {
        int last = report.recipients().size() - 1;
        for (int i = 0; i < last; i++) {
            if (report.recipients().get(i).positive()) {
                return Code.SERVER_TAKES.says(name + " takes mail for " + recipients.get(i) + ".");
            }
        }
        SmtpReply reply = report.recipients().get(0);
        String said = name + " answers RCPT for " + recipients.get(0) + " with: " + reply;
        return CallForward.Answer.of(reply.toString()) == CallForward.Answer.UNKNOWN && reply.code() < 500
                ? Code.SERVER_PUTS_OFF.says(
                        said, "Exempt this gateway's addresses from greylisting and from limits on that server.")
                : Code.SERVER_REFUSES.says(
                        said,
                        "If there is such a mailbox: let that server take mail for the domain from this gateway's"
                                + " addresses, without SPF and block list checks. If not, name one: --recipient");
    }

    private static CheckUpFinding stranger(String name, ProtectedDomain domain, SmtpProbe.Report report) {
        SmtpReply reply = report.recipients().get(report.recipients().size() - 1);
        if (!reply.positive()) {
            return Code.SERVER_REFUSES_UNKNOWN.says(name + " refuses a mailbox that does not exist: " + reply);
        }
        String taken = name + " takes mail for a mailbox that does not exist";
        return domain.recipients() == RecipientPolicy.LISTED
                ? Code.SERVER_TAKES_UNLISTED.says(taken + ". This gateway refuses whoever is not on the list.")
                : Code.SERVER_TAKES_ANYONE.says(
                        taken + ", so this gateway takes mail for anybody, and that server bounces it later.",
                        "Let it check recipients at RCPT, or bring in a list: scora domain mailboxes import "
                                + domain.name() + " FILE, then scora domain set " + domain.name()
                                + " recipients listed");
    }

    private Optional<CheckUpFinding> tls(String name, ProtectedDomain domain, SmtpProbe.Tls tls) {
        boolean needed = domain.tls() != TlsPolicy.OPPORTUNISTIC;
        if (tls instanceof SmtpProbe.Tls.Works works) {
            return Optional.of(certificate(name, domain, works.certificate()));
        }
        if (tls instanceof SmtpProbe.Tls.Failed failed) {
            return Optional.of(Code.TLS_FAILS.says(
                    name + " offers TLS, and it fails: " + failed.why() + ".",
                    "Repair TLS there"
                            + (needed ? "; until then mail waits." : "; until then mail goes there in the clear.")));
        }
        if (tls instanceof SmtpProbe.Tls.NotOffered) {
            return Optional.of(
                    needed
                            ? Code.TLS_MISSING.says(
                                    name + " does not offer TLS, which the domain's policy asks for: mail waits.",
                                    "Turn on STARTTLS there, or: scora domain set " + domain.name()
                                            + " tls opportunistic")
                            : Code.TLS_NONE.says(
                                    name + " does not offer TLS: mail goes there in the clear.",
                                    "Turn on STARTTLS there."));
        }
        return Optional.empty();
    }

    private CheckUpFinding certificate(String name, ProtectedDomain domain, CertificateView certificate) {
        Optional<String> wrong = certificate
                .problem()
                .or(() -> certificate.matches()
                        ? Optional.empty()
                        : Optional.of("it is for " + String.join(", ", certificate.names())
                                + ", not for the name in the route"));
        if (wrong.isPresent()) {
            String sentence = name + " offers TLS; its certificate proves nothing: " + wrong.get() + ".";
            return domain.tls() == TlsPolicy.VERIFIED
                    ? Code.TLS_WRONG.says(
                            sentence + " The domain's policy asks for a valid one, so mail waits.",
                            "Install a certificate for the name in the route there, or: scora domain set "
                                    + domain.name() + " tls" + " required")
                    : Code.TLS_UNPROVEN.says(
                            sentence + " Mail is encrypted all the same.",
                            "With a valid one, no one in between could pose as that server: scora domain set "
                                    + domain.name() + " tls verified");
        }
        return certificate.expires().isBefore(clock.instant().plus(SOON))
                ? Code.TLS_EXPIRES.says(
                        name + " offers TLS; its certificate is valid until "
                                + new Times(clock).at(certificate.expires()) + " only.",
                        "Renew it there.")
                : Code.TLS_GOOD.says(name + " offers TLS with a valid certificate for its name.");
    }
}
