package org.scora.check.header;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.dns.PublicSuffixes;
import org.scora.message.Addresses;
import org.scora.message.IncomingMessage;
import org.scora.message.Mailbox;

/** Is the Message-ID one (RFC 5322 section 3.6.4), and made by those who wrote? What sends spam often gets it wrong. */
public final class MessageIdShape implements Check {
    static final String MALFORMED = "MESSAGE_ID_MALFORMED";
    static final String HOST_UNNAMED = "MESSAGE_ID_WITHOUT_HOST";
    static final String HOST_IMPOSSIBLE = "MESSAGE_ID_HOST_IMPOSSIBLE";
    static final String OF_RECIPIENT = "MESSAGE_ID_OF_RECIPIENT";

    private static final int LENGTH_AT_MOST = 998;
    // Wider than the grammar: programs of good name put spaces, brackets and slashes there.
    private static final Pattern ID = Pattern.compile("<([^<>@]+)@([^<>@\\s]+)>\\s*(?:\\([^()]*\\))?");
    private static final Pattern NAMED_HOST = Pattern.compile("\\[.*|.+[._].+|.+-.+|.{9,}");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+\\.[A-Za-z]{2,}");

    private final PublicSuffixes suffixes;

    public MessageIdShape(PublicSuffixes suffixes) {
        this.suffixes = suffixes;
    }

    @Override
    public String name() {
        return "message-id-shape";
    }

    @Override
    public List<String> findings() {
        return List.of(MALFORMED, HOST_UNNAMED, HOST_IMPOSSIBLE, OF_RECIPIENT);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        Optional<String> id = message.header("Message-ID").filter(value -> !value.isBlank());
        return id.map(value -> judged(value, message)).orElseGet(CheckResult::notFound);
    }

    private CheckResult judged(String id, IncomingMessage message) {
        Matcher parts = ID.matcher(id);
        if (id.length() > LENGTH_AT_MOST || !parts.matches()) {
            return CheckResult.found(MALFORMED, "Message-ID is " + id.substring(0, Math.min(100, id.length())));
        }
        String host = parts.group(2);
        if (!NAMED_HOST.matcher(host).matches()) {
            return CheckResult.found(HOST_UNNAMED, "Message-ID names the host " + host);
        }
        if (NAME.matcher(host).matches() && !isOfCarelessServer(host) && !PublicSuffixes.hasKnownEnding(host)) {
            return CheckResult.found(HOST_IMPOSSIBLE, "Message-ID names the host " + host);
        }
        return isOfRecipient(host, message)
                ? CheckResult.found(OF_RECIPIENT, "Message-ID names the recipient's own host " + host)
                : CheckResult.notFound();
    }

    /** A machine that was never given its name, and what programs written with Ruby on Rails make of a name. */
    private static boolean isOfCarelessServer(String host) {
        return host.endsWith(".localdomain") || host.endsWith(".mail");
    }

    private boolean isOfRecipient(String host, IncomingMessage message) {
        return message.envelope().recipients().stream()
                        .flatMap(recipient -> Addresses.domainOf(recipient).stream())
                        .anyMatch(domain -> suffixes.sameOrganization(host, domain))
                && message.from().stream()
                        .map(Mailbox::address)
                        .flatMap(address -> Addresses.domainOf(address).stream())
                        .noneMatch(domain -> suffixes.sameOrganization(host, domain));
    }
}
