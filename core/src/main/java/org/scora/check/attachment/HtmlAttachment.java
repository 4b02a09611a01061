package org.scora.check.attachment;

import java.util.List;
import java.util.stream.Stream;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.message.IncomingMessage;
import org.scora.message.file.Contents;
import org.scora.message.file.FileKind;
import org.scora.message.file.MailFile;
import org.scora.score.Finding;

/** Is a web page attached, which opens in the browser past every link check, and what does it do there? */
public final class HtmlAttachment implements Check {
    static final String HTML = "HTML_ATTACHMENT";
    static final String PASSWORD = "HTML_ATTACHMENT_ASKS_PASSWORD";
    static final String SMUGGLES = "HTML_ATTACHMENT_BUILDS_FILE";
    static final String PACKED = "HTML_ATTACHMENT_PACKED_SCRIPT";
    static final String LEADS_ON = "HTML_ATTACHMENT_LEADS_ON";
    static final String SVG = "SVG_WITH_SCRIPT";

    @Override
    public String name() {
        return "html-attachment";
    }

    @Override
    public List<String> findings() {
        return List.of(HTML, PASSWORD, SMUGGLES, PACKED, LEADS_ON, SVG);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        return FirstOfEach.of(message.files().all().stream().flatMap(HtmlAttachment::examine));
    }

    private static Stream<Finding> examine(MailFile file) {
        if (!(file.contents() instanceof Contents.WebPage page)) {
            return Stream.empty();
        }
        boolean picture = file.kind() == FileKind.SVG;
        String what = file.shown();
        return Stream.of(
                        when(!picture, HTML, what + " is a web page"),
                        when(picture && page.script(), SVG, what + " is a picture with a script"),
                        when(page.asksPassword(), PASSWORD, what + " has a field for a password"),
                        when(page.packedScript(), PACKED, what + " has a script that unpacks what it brings"),
                        when(page.leadsOn(), LEADS_ON, what + " opens another page by itself"),
                        page.buildsFile().stream()
                                .map(means -> new Finding(SMUGGLES, what + " makes a file by " + means)))
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> when(boolean condition, String name, String evidence) {
        return condition ? Stream.of(new Finding(name, evidence)) : Stream.empty();
    }
}
