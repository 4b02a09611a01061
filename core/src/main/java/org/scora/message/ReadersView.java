package org.scora.message;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a reader sees of a message, and what is kept from him: the texts and links of its parts taken together. */
final class ReadersView {
    // Text for programs, which mail programs do not show as text.
    private static final Set<String> NOT_SHOWN = Set.of(
            "text/calendar",
            "text/css",
            "text/directory",
            "text/rfc822-headers",
            "text/vcard",
            "text/x-amp-html",
            "text/x-vcard");

    private final ReadingLimits limits;
    private final Defects defects;
    private final BoundedText text;
    private final BoundedText hidden;
    private final BoundedText html;
    private final Links links;
    private int examined;

    private ReadersView(ReadingLimits limits, Defects defects) {
        this.limits = limits;
        this.defects = defects;
        this.text = new BoundedText(limits.textBytesInAll());
        this.hidden = new BoundedText(limits.textBytesInAll());
        this.html = new BoundedText(limits.textBytesInAll());
        this.links = new Links(limits.links(), defects);
    }

    static ReadersView of(List<MimeReading.Leaf> leaves, ReadingLimits limits, Defects defects) {
        ReadersView view = new ReadersView(limits, defects);
        leaves.forEach(view::addSafely);
        return view;
    }

    String text() {
        return text.toString();
    }

    String hiddenText() {
        return hidden.toString();
    }

    String html() {
        return html.toString();
    }

    List<Link> links() {
        return links.toList();
    }

    private void addSafely(MimeReading.Leaf leaf) {
        try {
            add(leaf);
        } catch (RuntimeException e) {
            // A fault of the HTML parser on hostile input costs the rest of one part.
            defects.add(Defect.Kind.UNREADABLE, "A text could be read only in part: " + e.getMessage() + ".");
        }
    }

    private void add(MimeReading.Leaf leaf) {
        PartDescriptor descriptor = leaf.descriptor();
        if (descriptor.detached()) {
            return;
        }
        if (descriptor.isHtml()) {
            addHtml(examined(leaf), descriptor);
        } else if (descriptor.mimeType().startsWith("text/") && !NOT_SHOWN.contains(descriptor.mimeType())) {
            addPlain(examined(leaf), descriptor);
        }
    }

    private byte[] examined(MimeReading.Leaf leaf) {
        int room = Math.min(limits.textBytes(), limits.textBytesInAll() - examined);
        byte[] content = leaf.part().content();
        int length = Math.min(content.length, room);
        if (length < leaf.part().size()) {
            defects.add(
                    Defect.Kind.NOT_READ_WHOLE,
                    "A text is " + leaf.part().size() + " bytes long; " + length + " of them were examined.");
        }
        examined += length;
        return length == content.length ? content : Arrays.copyOf(content, length);
    }

    private void addPlain(byte[] content, PartDescriptor descriptor) {
        String plain = Charsets.decode(content, descriptor.declaredCharset(), defects);
        text.append(plain.replace("\r\n", "\n"));
        text.breakLine();
        links.addBare(plain);
    }

    private void addHtml(byte[] content, PartDescriptor descriptor) {
        Optional<String> charset = descriptor.declaredCharset().or(() -> Charsets.namedInHtml(content));
        String markup = Charsets.decode(content, charset, defects);
        html.append(markup);
        html.breakLine();
        HtmlReading.read(markup, limits, defects, text, hidden, links);
        text.breakLine();
        hidden.breakLine();
    }
}
