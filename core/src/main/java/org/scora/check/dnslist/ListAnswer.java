package org.scora.check.dnslist;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.scora.dns.Dns;
import org.scora.dns.DnsAnswer;

/**
 * What a list answered to one question.
 *
 * @param answers addresses within 127.0.0.0/8; empty when it is not listed
 * @param trouble why the answers can not be used, in words
 */
record ListAnswer(List<InetAddress> answers, Optional<String> trouble) {

    static ListAnswer to(String question, Dns dns) {
        DnsAnswer<InetAddress> answer = dns.addresses4(question);
        if (answer.failed()) {
            return new ListAnswer(List.of(), Optional.of("it did not answer"));
        }
        return new ListAnswer(answer.records(), refusal(answer.records().stream()));
    }

    /** Lists say with 127.255.255.x or 127.0.0.1 that they do not serve us; what is not 127 comes from somebody else. */
    private static Optional<String> refusal(Stream<InetAddress> answers) {
        return answers.map(InetAddress::getHostAddress)
                .filter(address -> !address.startsWith("127.")
                        || address.startsWith("127.255.255.")
                        || address.equals("127.0.0.1"))
                .findFirst()
                .map(address -> address.startsWith("127.")
                        ? "it refuses to answer us (" + address + ")"
                        : "it answers nonsense (" + address + ")");
    }

    boolean isListed() {
        return trouble.isEmpty() && !answers.isEmpty();
    }
}
