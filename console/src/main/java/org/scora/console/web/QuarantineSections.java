package org.scora.console.web;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.scora.audit.AuditLog;
import org.scora.console.web.held.Deeds;
import org.scora.console.web.held.HeldDesk;
import org.scora.console.web.held.HeldPages;
import org.scora.console.web.held.ListPages;
import org.scora.console.web.held.MessagePage;
import org.scora.console.web.held.SettingPages;
import org.scora.console.web.link.DeadLinks;
import org.scora.console.web.link.DigestLinks;
import org.scora.console.web.link.HeldLinks;
import org.scora.console.web.link.LinkPages;
import org.scora.console.web.link.LoginLinks;
import org.scora.console.web.link.LoginMailer;
import org.scora.console.web.link.LoginPages;
import org.scora.console.web.link.RequestLinks;
import org.scora.console.web.visit.Machines;
import org.scora.console.web.visit.Times;
import org.scora.console.web.visit.Visitors;
import org.scora.domain.EffectiveSettings;
import org.scora.domain.ProtectedDomains;
import org.scora.domain.Recipients;
import org.scora.domain.StoredSettings;
import org.scora.message.Outbox;
import org.scora.people.Codes;
import org.scora.people.DigestSwitch;
import org.scora.people.LinkAddress;
import org.scora.people.Links;
import org.scora.people.Marks;
import org.scora.people.Sessions;
import org.scora.policy.ChainProfile;
import org.scora.policy.ListChanges;
import org.scora.policy.SenderLists;
import org.scora.quarantine.HeldActions;
import org.scora.quarantine.HeldCopies;
import org.scora.quarantine.HeldMessage;
import org.scora.quarantine.HeldNotes;
import org.scora.quarantine.Quarantine;
import org.scora.quarantine.RequestDesk;
import org.scora.quarantine.SenderChoice;
import org.scora.report.SignInMails;
import org.scora.score.Weights;

/** Puts the pages of users together. */
public final class QuarantineSections {
    private QuarantineSections() {}

    /** Who people are, and how they prove it. */
    public record People(
            Links links, LinkAddress addresses, Sessions sessions, Marks marks, Codes codes, AuditLog audit) {}

    /** What is held, and what can be done with it. */
    public record Held(
            Quarantine quarantine,
            HeldCopies copies,
            HeldNotes notes,
            HeldActions actions,
            RequestDesk requests,
            SenderLists lists,
            ListChanges changes,
            SenderChoice senders,
            Supplier<Weights> weights) {}

    /** What holds for whom. */
    public record Policies(
            ProtectedDomains domains,
            Recipients recipients,
            EffectiveSettings effective,
            StoredSettings stored,
            ChainProfile chain) {}

    /**
     * How mail goes out.
     *
     * @param aside sends what nobody shall wait for
     */
    public record Mailing(Outbox outbox, SignInMails mails, DigestSwitch digests, Executor aside) {}

    /** The sections, with the visitors who come to them. */
    public static Sections of(People people, Held held, Policies policies, Mailing mailing, Times times, Clock clock) {
        Visitors visitors = new Visitors(people.sessions(), new SecureRandom(), clock);
        Machines machines = new Machines(people.marks(), people.codes(), mailing.outbox(), mailing.mails(), clock);
        HeldDesk desk = new HeldDesk(held.actions(), held.requests(), held.changes(), clock);
        MessagePage messages = new MessagePage(held.quarantine(), held.notes(), held.weights(), desk, times);
        Deeds deeds = new Deeds(desk, machines);
        DeadLinks dead = new DeadLinks(
                people.audit(),
                key -> held.quarantine().find(key).map(HeldMessage::receipt).orElse(key),
                clock);
        LinkPages links = new LinkPages(
                people.links(),
                machines,
                dead,
                new HeldLinks(people.links(), messages, desk, deeds),
                new LoginLinks(people.links(), people.sessions(), machines, dead),
                new DigestLinks(people.links(), mailing.digests(), machines),
                new RequestLinks(people.links(), held.requests(), messages, machines));
        return new Sections(
                Optional.of(visitors),
                List.of(
                        links,
                        new LoginPages(
                                mailer(people, held, policies, mailing, clock), people.sessions(), visitors, clock),
                        new HeldPages(held.copies(), messages, deeds, times),
                        new ListPages(
                                held.lists(),
                                held.changes(),
                                held.senders(),
                                policies.effective(),
                                machines,
                                times,
                                clock),
                        new SettingPages(
                                policies.effective(),
                                policies.stored(),
                                policies.recipients(),
                                policies.chain(),
                                people.links(),
                                machines)));
    }

    private static LoginMailer mailer(People people, Held held, Policies policies, Mailing mailing, Clock clock) {
        return new LoginMailer(
                policies.domains(),
                policies.recipients(),
                held.copies(),
                people.links(),
                people.addresses(),
                mailing.outbox(),
                mailing.mails(),
                mailing.aside(),
                clock);
    }
}
