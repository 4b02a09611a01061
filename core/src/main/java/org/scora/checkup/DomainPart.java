package org.scora.checkup;

import java.util.ArrayList;
import java.util.List;
import org.scora.domain.DomainState;
import org.scora.domain.MailboxLists;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.RecipientPolicy;

/** Is the domain known here, and complete? */
final class DomainPart implements Part {
    private final MailboxLists mailboxes;

    DomainPart(MailboxLists mailboxes) {
        this.mailboxes = mailboxes;
    }

    @Override
    public Question question() {
        return Question.DOMAIN;
    }

    @Override
    public List<CheckUpFinding> look(Situation situation) {
        return situation.known().map(this::of).orElseGet(() -> List.of(unknown(situation.domain())));
    }

    private static CheckUpFinding unknown(String domain) {
        return Code.DOMAIN_UNKNOWN.says(
                domain + " is not protected here: mail for it is refused.",
                "scora domain add " + domain + " --route MAILSERVER --mailboxes FILE --pending");
    }

    private List<CheckUpFinding> of(ProtectedDomain domain) {
        List<CheckUpFinding> findings = new ArrayList<>();
        findings.add(state(domain));
        findings.add(recipients(domain));
        if (domain.administrators().isEmpty()) {
            findings.add(Code.ADMINISTRATOR_NONE.says(
                    "Nobody gets the reports of " + domain.name() + ".",
                    "scora domain set " + domain.name() + " administrators ADDRESS"));
        }
        return findings;
    }

    private static CheckUpFinding state(ProtectedDomain domain) {
        DomainState state = domain.state();
        String activate = "scora domain activate " + domain.name();
        return switch (state) {
            case ACTIVE ->
                Code.DOMAIN_ACTIVE.says(domain.name() + " is active. Its mail is relayed to "
                        + String.join(
                                ", then ",
                                domain.route().stream().map(Object::toString).toList())
                        + ".");
            case PENDING ->
                Code.DOMAIN_PENDING.says(
                        domain.name() + " is pending: senders are told to try again later (451).",
                        "When all is right below: " + activate);
            case SUSPENDED ->
                Code.DOMAIN_SUSPENDED.says(
                        domain.name() + " is suspended: senders are told to try again later (451), and give up after"
                                + " some days.",
                        activate);
        };
    }

    private CheckUpFinding recipients(ProtectedDomain domain) {
        long listed = mailboxes.count(domain.name());
        if (domain.recipients() == RecipientPolicy.ANY) {
            return Code.MAILBOXES_ANY.says(
                    "Mail is taken for any recipient; what its own server refuses later becomes a bounce.",
                    "Bring in a list: scora domain mailboxes import " + domain.name() + " FILE, then scora domain set "
                            + domain.name() + " recipients listed");
        }
        if (domain.recipients() == RecipientPolicy.ASK_SERVER) {
            return Code.MAILBOXES_ASKED.says("Its own server is asked which recipients there are.");
        }
        return listed == 0
                ? Code.MAILBOXES_NONE.says(
                        "No mailbox is on its list: all mail but that to postmaster is refused.",
                        "scora domain mailboxes import " + domain.name() + " FILE")
                : Code.MAILBOXES_LISTED.says("Mail is taken for " + listed + " listed mailbox"
                        + (listed == 1 ? "" : "es") + ", their aliases, and postmaster.");
    }
}
