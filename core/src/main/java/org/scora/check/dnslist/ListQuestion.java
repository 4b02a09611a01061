package org.scora.check.dnslist;

import org.scora.dns.Dns;

/**
 * One question to one list.
 *
 * @param item an address or a domain of the message
 */
record ListQuestion(DnsList list, Subject subject, String item) {

    ListAnswer ask(Dns dns) {
        return ListAnswer.to(list.question(item), dns);
    }
}
