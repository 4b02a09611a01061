package org.scora.prefilter;

import org.scora.check.dnslist.ClientLists;
import org.scora.domain.Refusal;
import org.scora.domain.RefusalReason;

/** The answers of the pre-filters. Codes: RFC 5321 section 4.2, RFC 3463, RFC 7372, RFC 7505. */
final class Words {
    private static final String LATER = ", please try again later";

    private Words() {}

    static Refusal listed(ClientLists.Entry entry) {
        return new Refusal(
                550,
                "5.7.1",
                "The server that sends this is on the block list " + entry.zone() + ": " + entry.meaning(),
                RefusalReason.DNS_LIST);
    }

    static Refusal noSenderDomain(String domain) {
        return new Refusal(
                550,
                "5.1.8",
                "The sender's domain " + domain + " does not exist or has no mail server, so that nobody could answer",
                RefusalReason.NO_SENDER_DOMAIN);
    }

    static Refusal nullMx(String domain) {
        return new Refusal(
                550,
                "5.7.27",
                "The sender's domain " + domain + " says that it takes no mail, so that nobody could answer",
                RefusalReason.NULL_MX);
    }

    static Refusal senderDns(String domain) {
        return new Refusal(
                451,
                "4.4.3",
                "The DNS does not say now whether there is the sender's domain " + domain + LATER,
                RefusalReason.SENDER_DNS);
    }

    static Refusal forgedHelo() {
        return new Refusal(
                550,
                "5.7.1",
                "The server that sends this greeted with a name that belongs to the recipient's side",
                RefusalReason.FORGED_HELO);
    }

    static Refusal earlyTalker() {
        return new Refusal(554, "5.5.0", "You spoke before this server greeted you", RefusalReason.EARLY_TALKER);
    }

    static Refusal harvest() {
        return new Refusal(
                421,
                "4.7.1",
                "Too much mail to unknown mailboxes came from your network" + LATER,
                RefusalReason.HARVEST);
    }

    static Refusal tooManyConnections() {
        return new Refusal(
                421, "4.7.0", "Too many connections came from your network in a minute" + LATER, RefusalReason.RATE);
    }

    static Refusal tooManyMessages(String whose) {
        return new Refusal(
                450, "4.7.0", "Too many messages of " + whose + " came in a minute" + LATER, RefusalReason.RATE);
    }

    static Refusal tooManyRefusals() {
        return new Refusal(421, "4.7.0", "Too many commands of this session were refused" + LATER, RefusalReason.RATE);
    }

    static Refusal tooLarge(long mostMebibytes) {
        return new Refusal(
                552,
                "5.3.4",
                "The message is larger than the " + mostMebibytes + " MiB that the recipient takes",
                RefusalReason.TOO_LARGE);
    }

    /** RFC 5321 section 4.5.3.1.10: the client gives this recipient with another copy of the message. */
    static Refusal otherLimit() {
        return new Refusal(
                452,
                "4.5.3",
                "This recipient takes messages of another size than the ones before, please send it a copy of its own",
                RefusalReason.TOO_LARGE);
    }
}
