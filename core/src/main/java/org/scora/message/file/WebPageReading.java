package org.scora.message.file;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Looks into web pages and SVG pictures that come as files: a browser runs them, with none of a mail program's care. */
final class WebPageReading {
    private static final Set<String> EXTENSIONS = Set.of("htm", "html", "shtml", "xhtml", "xht", "svg", "mht", "mhtml");
    private static final int BYTES = 512 * 1024;
    private static final int LONGEST_LINK = 2000;
    private static final int PACKED_CHARS = 1000;
    // A word with the bytes of a file in it is longer than any honest word of a script.
    private static final Pattern PACKED = Pattern.compile("[A-Za-z0-9+/=%\\\\]++");
    private static final Pattern UNPACKS = Pattern.compile(
            "\\batob\\s{0,5}\\(|\\bunescape\\s{0,5}\\(|fromCharCode|decodeURIComponent\\s{0,5}\\(|Uint8Array");
    private static final Pattern BUILDS_FILE =
            Pattern.compile("new\\s{1,5}Blob\\b|createObjectURL|msSave(?:OrOpen)?Blob|data:application/");
    private static final Pattern LEADS_ON = Pattern.compile(
            "\\blocation(?:\\.href)?\\s{0,5}=(?!=)|\\blocation\\.(?:replace|assign)\\s{0,5}\\(|\\bwindow\\.open\\s{0,5}\\(");

    private final Document page;
    private final String script;

    private WebPageReading(byte[] content) {
        int length = Math.min(content.length, BYTES);
        this.page = Jsoup.parse(new String(content, 0, length, charset(content)));
        this.script = Stream.concat(
                        page.getElementsByTag("script").stream().map(Element::data),
                        page.getElementsByAttributeStarting("on").stream().map(WebPageReading::handlers))
                .collect(Collectors.joining("\n"));
    }

    static boolean isWebPage(MailFile file) {
        return file.kind() == FileKind.HTML
                || file.kind() == FileKind.SVG
                || file.kind() == FileKind.OTHER
                        && EXTENSIONS.contains(file.name().extension());
    }

    static Contents read(byte[] content, int linksAtMost) {
        WebPageReading reading = new WebPageReading(content);
        boolean unpacks = UNPACKS.matcher(reading.script).find();
        Matcher file = BUILDS_FILE.matcher(reading.script);
        return new Contents.WebPage(
                reading.links(linksAtMost),
                reading.page.selectFirst("input[type=password]") != null,
                !reading.script.isBlank() || reading.page.selectFirst("script[src]") != null,
                unpacks && file.find() ? Optional.of(file.group()) : Optional.empty(),
                unpacks && hasPacked(reading.script),
                reading.leadsOn());
    }

    private List<String> links(int most) {
        return Stream.concat(
                        page.select("a[href], area[href]").stream().map(element -> element.attr("href")),
                        page.select("form[action], iframe[src]").stream()
                                .map(element ->
                                        element.hasAttr("action") ? element.attr("action") : element.attr("src")))
                .map(String::strip)
                .filter(link -> !link.isEmpty() && link.length() <= LONGEST_LINK)
                .distinct()
                .limit(most)
                .toList();
    }

    private static boolean hasPacked(String script) {
        return PACKED.matcher(script).results().anyMatch(word -> word.end() - word.start() >= PACKED_CHARS);
    }

    private boolean leadsOn() {
        boolean refresh = page.getElementsByTag("meta").stream()
                .anyMatch(meta -> meta.attr("http-equiv").equalsIgnoreCase("refresh")
                        && meta.attr("content").toLowerCase(Locale.ROOT).contains("url"));
        return refresh || LEADS_ON.matcher(script).find();
    }

    private static String handlers(Element element) {
        return element.attributes().asList().stream()
                .filter(attribute -> attribute.getKey().startsWith("on"))
                .map(attribute -> attribute.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static Charset charset(byte[] content) {
        boolean wide = content.length > 1
                && (content[0] == (byte) 0xff && content[1] == (byte) 0xfe
                        || content[0] == (byte) 0xfe && content[1] == (byte) 0xff);
        return wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }
}
