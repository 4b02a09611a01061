package org.scora.checkup;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scora.domain.Authorities;

/** Talks over a socket of its own, all of it within one deadline, whatever the other side does. */
public final class SocketSmtpProbe implements SmtpProbe {
    private final String hostname;
    private final Authorities authorities;
    private final Duration timeout;

    /**
     * Asks nobody yet.
     *
     * @param hostname of this gateway, said in EHLO
     * @param authorities who may certify servers
     * @param timeout for a whole visit, TLS and a second connection without it included
     */
    public SocketSmtpProbe(String hostname, Authorities authorities, Duration timeout) {
        this.hostname = hostname;
        this.authorities = authorities;
        this.timeout = timeout;
    }

    @Override
    public Report visit(Visit visit) {
        Deadline deadline = new Deadline(timeout);
        Tls tls = new Tls.NotTried();
        try (SmtpTalk talk = SmtpTalk.open(visit, deadline)) {
            List<String> extensions = greet(talk);
            if (extensions.stream().noneMatch("STARTTLS"::equalsIgnoreCase)) {
                return new Report(Optional.empty(), new Tls.NotOffered(), ask(talk, visit.recipients()));
            }
            tls = encrypt(talk, visit);
            if (tls instanceof Tls.Works) {
                greet(talk);
                return new Report(Optional.empty(), tls, ask(talk, visit.recipients()));
            }
        } catch (IOException e) {
            return new Report(Optional.of(deadline.words(e)), tls, List.of());
        }
        return inTheClear(visit, deadline, tls);
    }

    // As the relay does when TLS fails and the domain's policy allows it.
    private Report inTheClear(Visit visit, Deadline deadline, Tls tls) {
        try (SmtpTalk talk = SmtpTalk.open(visit, deadline)) {
            greet(talk);
            return new Report(Optional.empty(), tls, ask(talk, visit.recipients()));
        } catch (IOException e) {
            return new Report(Optional.of(deadline.words(e)), tls, List.of());
        }
    }

    private Tls encrypt(SmtpTalk talk, Visit visit) throws IOException {
        SmtpReply reply = talk.say("STARTTLS");
        if (reply.code() != 220) {
            return new Tls.Failed("answers " + reply);
        }
        CertificateNotes notes = new CertificateNotes(visit.server().name(), authorities);
        try {
            talk.encrypt(notes);
            return new Tls.Works(notes.view());
        } catch (IOException e) {
            return new Tls.Failed(String.valueOf(e.getMessage()));
        }
    }

    private List<String> greet(SmtpTalk talk) throws IOException {
        SmtpReply reply = talk.say("EHLO " + hostname);
        if (!reply.positive()) {
            talk.expectPositive(talk.say("HELO " + hostname), "HELO");
            return List.of();
        }
        return reply.lines().stream().map(line -> line.strip().split(" ", 2)[0]).toList();
    }

    private static List<SmtpReply> ask(SmtpTalk talk, List<String> recipients) throws IOException {
        talk.expectPositive(talk.say("MAIL FROM:<>"), "MAIL FROM:<>");
        List<SmtpReply> replies = new ArrayList<>();
        for (String recipient : recipients) {
            replies.add(talk.say("RCPT TO:<" + recipient + ">"));
        }
        talk.leave();
        return replies;
    }
}
