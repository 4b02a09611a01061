package org.scora.check.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.message.IncomingMessage;
import org.scora.score.Finding;

/** Was the message filled in by a program that knew no more of its reader than the address, or not even that? */
public final class MailMerge implements Check {
    static final String NAMES_RECIPIENT = "SUBJECT_NAMES_RECIPIENT";
    static final String GREETS_ADDRESS = "TEXT_GREETS_ADDRESS";
    static final String UNFILLED = "TEMPLATE_UNFILLED";

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>,;:\"'()]{1,64}@[^\\s<>,;:\"'()]{3,253}");
    // How programs for mail to many write a gap: *|NAME|*, {{name}}, %%name%%, ${name}, %FNAME% and the like.
    private static final Pattern GAP =
            Pattern.compile("\\*\\|[^|\\n]{1,40}\\|\\*|\\{\\{[^{}\\n]{1,40}\\}\\}|%%[^%\\s]{1,40}%%"
                    + "|\\$\\{[^{}\\n]{1,40}\\}|%[A-Z_]{4,20}%|(?i:\\[(?:first|last)[ _-]?name\\])");

    // Programs' texts are full of the other ways.
    private static final Pattern GAP_IN_TEXT = Pattern.compile("\\*\\|[A-Z_:]{2,40}\\|\\*|%%[A-Za-z_]{3,40}%%");
    private static final int TEXT_AT_MOST = 5_000;
    private static final int GREETING = 120;
    private static final int RECIPIENTS = 20;

    @Override
    public String name() {
        return "mail-merge";
    }

    @Override
    public List<String> findings() {
        return List.of(NAMES_RECIPIENT, GREETS_ADDRESS, UNFILLED);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        List<Finding> findings = new ArrayList<>();
        named(message, message.subject())
                .ifPresent(address -> findings.add(new Finding(NAMES_RECIPIENT, "the subject names " + address)));
        named(message, begin(message.text(), GREETING))
                .ifPresent(address -> findings.add(new Finding(GREETS_ADDRESS, "the text begins with " + address)));
        gap(message).ifPresent(gap -> findings.add(new Finding(UNFILLED, "the gap " + gap + " is not filled in")));
        return CheckResult.of(findings);
    }

    /** The recipient's address, where a text has one. */
    private static Optional<String> named(IncomingMessage message, String text) {
        if (text.indexOf('@') < 0) {
            return Optional.empty();
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return recipients(message)
                .limit(RECIPIENTS)
                .map(address -> address.toLowerCase(Locale.ROOT))
                .filter(lower::contains)
                .findFirst();
    }

    private static Stream<String> recipients(IncomingMessage message) {
        return Stream.concat(
                message.envelope().recipients().stream(),
                message.header("To").stream()
                        .flatMap(to -> ADDRESS.matcher(to).results().limit(RECIPIENTS))
                        .map(found -> found.group()));
    }

    private static String begin(String text, int lettersAtMost) {
        return text.substring(0, Math.min(text.length(), lettersAtMost));
    }

    private static Optional<String> gap(IncomingMessage message) {
        Stream<String> names =
                message.from().stream().limit(2).flatMap(from -> Stream.of(from.displayName(), from.address()));
        return Stream.concat(Stream.of(message.subject()), names)
                .flatMap(text -> GAP.matcher(text).results().limit(1))
                .findFirst()
                .or(() -> GAP_IN_TEXT
                        .matcher(begin(message.text(), TEXT_AT_MOST))
                        .results()
                        .findFirst())
                .map(found -> found.group());
    }
}
