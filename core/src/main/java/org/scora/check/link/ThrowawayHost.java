package org.scora.check.link;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.message.IncomingMessage;
import org.scora.score.Finding;

/** Does a link lead to a host that was set up for this mail alone: a name without sense, a nameless machine? */
public final class ThrowawayHost implements Check {
    static final String RANDOM = "LINK_HOST_RANDOM";
    static final String MACHINE = "LINK_HOST_OF_MACHINE";

    private static final Pattern ADDRESS_IN_NAME =
            Pattern.compile("(?:.*[^0-9])?\\d{1,3}[.-]\\d{1,3}[.-]\\d{1,3}[.-]\\d{1,3}[.-].*[a-z].*");
    private static final int ROW_AT_LEAST = 20;
    // Of ten letters of a text, in whatever language written in Latin letters, some three or four are vowels.
    private static final double VOWELS_AT_LEAST = 0.22;
    private static final CharMatcher VOWELS = CharMatcher.anyOf("aeiou");
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9]*");

    @Override
    public String name() {
        return "throwaway-host";
    }

    @Override
    public List<String> findings() {
        return List.of(RANDOM, MACHINE);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        List<String> linked = Host.ofLinks(message).stream().map(Host::name).toList();
        List<Finding> findings = new ArrayList<>();
        add(findings, RANDOM, linked, ThrowawayHost::hasRowOfLetters);
        add(findings, MACHINE, linked, host -> ADDRESS_IN_NAME.matcher(host).matches());
        return CheckResult.of(findings);
    }

    private static boolean hasRowOfLetters(String host) {
        return Splitter.on('.')
                .splitToStream(host)
                .anyMatch(label -> label.length() >= ROW_AT_LEAST
                        && PLAIN.matcher(label).matches()
                        && VOWELS.countIn(label) < VOWELS_AT_LEAST * label.length());
    }

    private static void add(List<Finding> findings, String name, List<String> linked, Predicate<String> is) {
        linked.stream()
                .filter(host -> host.length() <= 253)
                .filter(is)
                .findFirst()
                .ifPresent(host -> findings.add(new Finding(name, "a link leads to " + host)));
    }
}
