package org.scora.report.advice;

import java.util.List;
import java.util.Optional;
import org.scora.message.Addresses;
import org.scora.report.contents.Contents;
import org.scora.report.contents.Tried;

/** An address to which those write whose mail is delivered otherwise may be missing on the list of mailboxes. */
final class MissingMailbox implements Adviser {
    private static final int OFTEN = 5;

    @Override
    public Optional<Advice> advise(Contents contents) {
        return contents.domain()
                .flatMap(domain -> contents.tables().unknownRecipients().stream()
                        .filter(tried -> tried.known() >= OFTEN)
                        .filter(tried -> PlainNames.isPlain(tried.recipient()))
                        .findFirst()
                        .map(tried -> advice(domain, tried)));
    }

    private static Advice advice(String domain, Tried tried) {
        return new Advice(
                "missing-mailbox",
                List.of(tried.recipient(), tried.known()),
                Optional.of("scora domain mailboxes add " + domain + " " + Addresses.localPartOf(tried.recipient())));
    }
}
