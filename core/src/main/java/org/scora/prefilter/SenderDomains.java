package org.scora.prefilter;

import com.google.common.base.Ticker;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.scora.dns.Dns;
import org.scora.dns.DnsAnswer;
import org.scora.dns.DnsAnswer.Status;
import org.scora.dns.MailExchanger;
import org.scora.domain.Refusal;
import org.scora.message.Addresses;

/** Whether there is the domain to which an answer to a message would go (RFC 5321 section 5.1, RFC 7505). Thread-safe. */
final class SenderDomains {
    private final Dns dns;
    private final AskedOfDns<String, Standing> known;

    /** @param waiting who may wait for the DNS; where nobody may, the DNS counts as silent */
    SenderDomains(Dns dns, Semaphore waiting, Ticker ticker) {
        this.dns = dns;
        this.known = new AskedOfDns<>(waiting, ticker);
    }

    private enum Standing {
        TAKES_MAIL,
        MISSING,
        NULL_MX,
        UNTOLD
    }

    /** The refusal of a sender; empty for the null sender and for an address literal, which has no domain. */
    Optional<Refusal> refusal(Optional<String> sender) {
        return sender.flatMap(Addresses::domainOf)
                .filter(domain -> !domain.startsWith("["))
                .flatMap(domain -> switch (standing(domain)) {
                    case TAKES_MAIL -> Optional.empty();
                    case MISSING -> Optional.of(Words.noSenderDomain(domain));
                    case NULL_MX -> Optional.of(Words.nullMx(domain));
                    case UNTOLD -> Optional.of(Words.senderDns(domain));
                });
    }

    private Standing standing(String domain) {
        return known.answer(domain, asked -> Optional.of(ask(asked))).orElse(Standing.UNTOLD);
    }

    private Standing ask(String domain) {
        DnsAnswer<MailExchanger> exchangers = dns.mx(domain);
        if (exchangers.status() == Status.FOUND) {
            return exchangers.records().stream()
                            .allMatch(exchanger -> exchanger.host().isEmpty())
                    ? Standing.NULL_MX
                    : Standing.TAKES_MAIL;
        }
        // Without MX records the domain's own address takes the mail.
        Status status =
                exchangers.status() == Status.NO_DATA ? dns.addresses(domain).status() : exchangers.status();
        return switch (status) {
            case FOUND -> Standing.TAKES_MAIL;
            case FAILED -> Standing.UNTOLD;
            case NO_DATA, NO_SUCH_NAME -> Standing.MISSING;
        };
    }
}
