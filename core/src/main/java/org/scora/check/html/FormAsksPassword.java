package org.scora.check.html;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.message.IncomingMessage;

/** Does the message itself ask for a password in a form, which no honest sender does? */
public final class FormAsksPassword implements Check {
    static final String FINDING = "FORM_ASKS_PASSWORD";

    private static final Pattern PASSWORD_INPUT =
            Pattern.compile("(?i)<input\\b[^<>]{0,2000}?\\btype\\s{0,5}=\\s{0,5}[\"']?password\\b[^<>]{0,200}");

    @Override
    public String name() {
        return "form-asks-password";
    }

    @Override
    public List<String> findings() {
        return List.of(FINDING);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        String html = message.html();
        Matcher input = PASSWORD_INPUT.matcher(html);
        // To look for the pattern everywhere takes ten times as long.
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
            if (html.regionMatches(true, at + 1, "input", 0, 5)
                    && input.region(at, html.length()).lookingAt()) {
                return CheckResult.found(FINDING, input.group());
            }
        }
        return CheckResult.notFound();
    }
}
