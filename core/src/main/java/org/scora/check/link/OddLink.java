package org.scora.check.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.message.IncomingMessage;
import org.scora.message.Link;
import org.scora.score.Finding;

/** Is a link written as no honest program writes it: code instead of an address, an odd port, a veiled spelling? */
public final class OddLink implements Check {
    static final String CODE = "LINK_IS_CODE";
    static final String PORT = "LINK_ODD_PORT";
    static final String VEILED = "LINK_VEILED";
    static final String PUNYCODE = "LINK_PUNYCODE";

    private static final Pattern IS_CODE =
            Pattern.compile("(?i)(?:javascript|vbscript|data\\s{0,3}:\\s{0,3}(?:text/html|application)).{0,3}");
    private static final Pattern WITH_PORT =
            Pattern.compile("(?i)https?://[^/?#@\\s]{1,255}:(\\d{1,5})(?:[/?#].*)?", Pattern.DOTALL);
    // "HTtp://", "http:\\", or percent signs within the host.
    private static final Pattern IS_VEILED = Pattern.compile(
            "(?!http|HTTP|Http)(?i:https?):/.*|(?i:https?):\\\\.*|(?i:https?)://[^/?#\\s]{0,255}%[0-9A-Fa-f]{2}[^/?#\\s]{0,255}(?:[/?#].*)?",
            Pattern.DOTALL);
    private static final List<String> USUAL_PORTS = List.of("80", "443", "8080", "8443");

    @Override
    public String name() {
        return "odd-link";
    }

    @Override
    public List<String> findings() {
        return List.of(CODE, PORT, VEILED, PUNYCODE);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        List<Finding> findings = new ArrayList<>();
        for (Link link : message.links()) {
            String target = link.target();
            add(findings, CODE, target, isCode(target));
            add(findings, PORT, target, hasOddPort(target));
            add(findings, VEILED, target, IS_VEILED.matcher(target).matches());
            add(findings, PUNYCODE, target, isPunycode(target));
        }
        return CheckResult.of(findings);
    }

    private static void add(List<Finding> findings, String name, String target, boolean found) {
        if (found && findings.stream().noneMatch(seen -> seen.name().equals(name))) {
            findings.add(new Finding(name, "a link leads to " + target.substring(0, Math.min(120, target.length()))));
        }
    }

    private static boolean isCode(String target) {
        // javascript:void(0) and the like do nothing, and stand in mail made with a web editor.
        return IS_CODE.matcher(target).lookingAt()
                && !target.toLowerCase(Locale.ROOT).startsWith("javascript:void");
    }

    private static boolean hasOddPort(String target) {
        var port = WITH_PORT.matcher(target);
        return port.matches() && !USUAL_PORTS.contains(port.group(1));
    }

    private static boolean isPunycode(String target) {
        int at = target.indexOf("xn--");
        return at > 0
                && Host.ofLink(target)
                        .filter(host -> !host.name().equals(host.ascii()))
                        .isPresent();
    }
}
