package org.scora.check.header;

import java.util.ArrayList;
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
import org.scora.score.Finding;

/** Do the headers say plainly who wrote the message, and which one it is (RFC 5322 section 3.6)? */
public final class HeaderSanity implements Check {
    static final String FROM_MISSING = "FROM_MISSING";
    static final String FROM_WITHOUT_ADDRESS = "FROM_WITHOUT_ADDRESS";
    static final String FROM_SEVERAL = "FROM_SEVERAL";
    static final String MESSAGE_ID_MISSING = "MESSAGE_ID_MISSING";
    static final String FROM_NAME_IS_ADDRESS = "FROM_NAME_IS_ADDRESS";

    private static final int NAME_AT_MOST = 500;
    private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]{1,64}@([\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8})");

    // Many a mail server leaves the domain out where it writes itself.
    private static final Pattern BOUNCE = Pattern.compile("(?i)mailer-daemon|postmaster");

    private final PublicSuffixes suffixes;

    public HeaderSanity(PublicSuffixes suffixes) {
        this.suffixes = suffixes;
    }

    @Override
    public String name() {
        return "header-sanity";
    }

    @Override
    public List<String> findings() {
        return List.of(FROM_MISSING, FROM_WITHOUT_ADDRESS, FROM_SEVERAL, MESSAGE_ID_MISSING, FROM_NAME_IS_ADDRESS);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        List<Finding> findings = new ArrayList<>();
        from(message).ifPresent(findings::add);
        if (message.header("Message-ID").filter(id -> !id.isBlank()).isEmpty()) {
            findings.add(new Finding(MESSAGE_ID_MISSING, "there is no Message-ID header"));
        }
        if (message.header("List-Id").isEmpty()) {
            message.from().stream()
                    .flatMap(mailbox -> otherAddress(mailbox).stream())
                    .findFirst()
                    .ifPresent(findings::add);
        }
        return CheckResult.of(findings);
    }

    private static Optional<Finding> from(IncomingMessage message) {
        List<String> fields = message.headers("From");
        if (fields.stream().allMatch(String::isBlank)) {
            return Optional.of(new Finding(FROM_MISSING, "there is no From header, or it is empty"));
        }
        if (fields.size() > 1) {
            return Optional.of(new Finding(FROM_SEVERAL, "there are " + fields.size() + " From headers"));
        }
        if (!BOUNCE.matcher(fields.get(0)).find()
                && message.from().stream()
                        .allMatch(from -> Addresses.domainOf(from.address()).isEmpty())) {
            return Optional.of(new Finding(FROM_WITHOUT_ADDRESS, "From is " + fields.get(0)));
        }
        // Several authors are allowed, if Sender says which of them sent it.
        if (message.from().size() > 1 && message.header("Sender").isEmpty()) {
            return Optional.of(
                    new Finding(FROM_SEVERAL, "From names " + message.from().size() + " senders"));
        }
        return Optional.empty();
    }

    private Optional<Finding> otherAddress(Mailbox mailbox) {
        String name = mailbox.displayName();
        Matcher shown = ADDRESS.matcher(name.substring(0, Math.min(NAME_AT_MOST, name.length())));
        Optional<String> real = Addresses.domainOf(mailbox.address());
        if (!shown.find() || real.isEmpty() || suffixes.sameOrganization(shown.group(1), real.get())) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                FROM_NAME_IS_ADDRESS, "shown as " + shown.group() + ", but sent from " + mailbox.address()));
    }
}
