package org.scora.check.link;

import com.google.common.net.InetAddresses;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.SpoofChecker.RestrictionLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.message.IncomingMessage;
import org.scora.score.Finding;

/** Is a link's host made to be misread: letters that look like others, a bare number, a false host before an @? */
public final class LookalikeHost implements Check {
    static final String LOOKALIKE = "LINK_LOOKALIKE_HOST";
    static final String NUMERIC = "LINK_TO_IP_ADDRESS";
    static final String CREDENTIALS = "LINK_WITH_CREDENTIALS";

    private static final Pattern PLAIN = Pattern.compile("[\\x00-\\x7f]*");
    private static final Pattern NUMBER = Pattern.compile("(?:0x[0-9a-f]+|\\d+)(?:\\.(?:0x[0-9a-f]+|\\d+)){0,3}");

    // Unicode TR 39, "Highly Restrictive": no mixing of scripts but what Japanese, Chinese and Korean need.
    private final SpoofChecker spoofs = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL | SpoofChecker.INVISIBLE)
            .setRestrictionLevel(RestrictionLevel.HIGHLY_RESTRICTIVE)
            .build();

    @Override
    public String name() {
        return "lookalike-host";
    }

    @Override
    public List<String> findings() {
        return List.of(LOOKALIKE, NUMERIC, CREDENTIALS);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        List<Host> hosts = Host.ofLinks(message);
        List<Finding> findings = new ArrayList<>();
        first(hosts, this::isLookalike)
                .map(host -> new Finding(LOOKALIKE, "a link leads to " + host.name() + ", in truth " + host.ascii()))
                .ifPresent(findings::add);
        first(hosts, LookalikeHost::isNumeric)
                .map(host -> new Finding(NUMERIC, "a link leads to " + host.name()))
                .ifPresent(findings::add);
        first(hosts, Host::credentials)
                .map(host -> new Finding(CREDENTIALS, "behind the @ stands " + host.name()))
                .ifPresent(findings::add);
        return CheckResult.of(findings);
    }

    private static Optional<Host> first(List<Host> hosts, Predicate<Host> wanted) {
        return hosts.stream().filter(wanted).findFirst();
    }

    private boolean isLookalike(Host host) {
        if (PLAIN.matcher(host.name()).matches()) {
            return false;
        }
        List<String> labels = List.of(host.name().split("\\."));
        return labels.stream().anyMatch(spoofs::failsChecks)
                || isPlain(labels.get(labels.size() - 1)) && labels.stream().anyMatch(this::isDisguisedLatin);
    }

    /** Whether a word of another script could be read as an ASCII word, as "аррӏе" in Cyrillic letters can. */
    private boolean isDisguisedLatin(String label) {
        return !isPlain(label) && isPlain(spoofs.getSkeleton(label));
    }

    private static boolean isPlain(String text) {
        return PLAIN.matcher(text).matches();
    }

    /** An IP address in any of the spellings that browsers take, such as 0xC0000201. */
    private static boolean isNumeric(Host host) {
        return NUMBER.matcher(host.name()).matches()
                || host.name().startsWith("[") && InetAddresses.isUriInetAddress(host.name());
    }
}
