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
    static final String UNFILLED = "TEMPLATE_UNFILLED";

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>,;:\"'()]{1,64}@[^\\s<>,;:\"'()]{3,253}");
    // How programs for mail to many write a gap: *|NAME|*, {{name}}, %%name%%, [[name]], ${name}, %FNAME%, [First
    // Name].
    private static final Pattern GAP = Pattern.compile(
            "\\*\\|[^|\\n]{1,40}\\|\\*|\\{\\{[^{}\\n]{1,40}\\}\\}|%%[^%\\s]{1,40}%%"
                    + "|\\[\\[[^\\[\\]\\n]{1,40}\\]\\]|\\$\\{[^{}\\n]{1,40}\\}|%[A-Z_]{4,20}%|(?i:\\[(?:first|last)[ _-]?name\\])");

    @Override
    public String name() {
        return "mail-merge";
    }

    @Override
    public List<String> findings() {
        return List.of(NAMES_RECIPIENT, UNFILLED);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        List<Finding> findings = new ArrayList<>();
        String subject = message.subject().toLowerCase(Locale.ROOT);
        if (subject.indexOf('@') > 0) {
            recipients(message)
                    .filter(address -> subject.contains(address.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .ifPresent(address -> findings.add(new Finding(NAMES_RECIPIENT, "the subject names " + address)));
        }
        gap(message).ifPresent(gap -> findings.add(new Finding(UNFILLED, "the gap " + gap + " is not filled in")));
        return CheckResult.of(findings);
    }

    private static Stream<String> recipients(IncomingMessage message) {
        return Stream.concat(
                message.envelope().recipients().stream(),
                message.header("To").stream()
                        .flatMap(to -> ADDRESS.matcher(to).results().limit(20))
                        .map(found -> found.group()));
    }

    private static Optional<String> gap(IncomingMessage message) {
        Stream<String> names =
                message.from().stream().limit(2).flatMap(from -> Stream.of(from.displayName(), from.address()));
        return Stream.concat(Stream.of(message.subject()), names)
                .flatMap(text -> GAP.matcher(text).results().limit(1))
                .map(found -> found.group())
                .findFirst();
    }
}
