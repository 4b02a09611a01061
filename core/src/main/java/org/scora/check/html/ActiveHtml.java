package org.scora.check.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.message.IncomingMessage;
import org.scora.score.Finding;

/** Does the HTML want to do something rather than to be read: run programs, lead on by itself, load pages, send a form? */
public final class ActiveHtml implements Check {
    static final String SCRIPT = "HTML_SCRIPT";
    static final String REFRESH = "HTML_REFRESH";
    static final String FRAME = "HTML_FRAME";
    static final String FORM = "HTML_FORM";

    private static final Pattern LEADS_ON =
            Pattern.compile("(?i)http-equiv\\s{0,3}=\\s{0,3}[\"']?refresh[\"'\\s][^<>]{0,300}?url\\s{0,3}=");
    // What tells search engines what a message is about, as tickets and orders have it.
    private static final Pattern DATA_ONLY = Pattern.compile("(?i)<script[^<>]{0,200}application/(?:ld\\+)?json");

    @Override
    public String name() {
        return "active-html";
    }

    @Override
    public List<String> findings() {
        return List.of(SCRIPT, REFRESH, FRAME, FORM);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        String html = message.html();
        if (html.isEmpty()) {
            return CheckResult.notFound();
        }
        HtmlTags tags = HtmlTags.of(html);
        List<Finding> findings = new ArrayList<>();
        if (tags.count("script") > count(DATA_ONLY, html, tags.count("script"))) {
            findings.add(new Finding(SCRIPT, "the HTML has " + tags.count("script") + " elements named script"));
        }
        if (tags.count("meta") > 0 && LEADS_ON.matcher(html).find()) {
            findings.add(new Finding(REFRESH, "the HTML has a meta element that leads on"));
        }
        element(tags, "iframe", "frame", "frameset", "object", "embed", "applet")
                .ifPresent(name -> findings.add(new Finding(FRAME, "the HTML has an element named " + name)));
        if (tags.count("form") > 0 && tags.count("input") + tags.count("textarea") + tags.count("select") > 0) {
            findings.add(new Finding(FORM, "the HTML has a form to fill in"));
        }
        return CheckResult.of(findings);
    }

    private static long count(Pattern pattern, String html, int scripts) {
        return scripts == 0 ? 0 : pattern.matcher(html).results().limit(scripts).count();
    }

    private static Optional<String> element(HtmlTags tags, String... names) {
        return Stream.of(names).filter(name -> tags.count(name) > 0).findFirst();
    }
}
