package org.scora.message;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Walks once through an HTML text and tells what a reader sees of it from what is hidden, and where its links lead. */
final class HtmlReading implements NodeVisitor {

    /** A link or a form that is not closed yet, and what was seen of it. */
    private record OpenLink(Element element, String target, BoundedText visible) {}

    private final BoundedText text;
    private final BoundedText hidden;
    private final Links links;
    private final boolean styleSheet;
    private final Deque<Appearance> appearances = new ArrayDeque<>();
    private final Deque<OpenLink> openLinks = new ArrayDeque<>();

    private HtmlReading(Document document, BoundedText text, BoundedText hidden, Links links) {
        this.text = text;
        this.hidden = hidden;
        this.links = links;
        this.styleSheet = document.selectFirst("style") != null;
        this.appearances.push(Appearance.INITIAL);
    }

    static void read(
            String html, ReadingLimits limits, Defects defects, BoundedText text, BoundedText hidden, Links links) {
        Document document = parse(html, limits.htmlNodes(), defects);
        NodeTraversor.traverse(new HtmlReading(document, text, hidden, links), document);
    }

    // Elements are counted as they close: a parser repeats unclosed formatting with all its attributes in every
    // paragraph, by which a small text can become a tree of gigabytes.
    private static Document parse(String html, int mostNodes, Defects defects) {
        try (StreamParser parser = new StreamParser(Parser.htmlParser()).parse(html, "")) {
            Iterator<Element> elements = parser.iterator();
            int nodes = 0;
            while (elements.hasNext()) {
                nodes += 1 + elements.next().attributesSize();
                if (nodes > mostNodes) {
                    defects.add(
                            Defect.Kind.NOT_READ_WHOLE,
                            "An HTML text has more than " + mostNodes + " elements and attributes.");
                    break;
                }
            }
            return parser.document();
        }
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            add(words.getWholeText());
        } else if (node instanceof Element element) {
            appearances.push(Appearance.of(element, appearances.element(), styleSheet));
            breakLineAt(element);
            openLinkAt(element);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            closeLinkAt(element);
            breakLineAt(element);
            appearances.pop();
        }
    }

    private void add(String words) {
        Appearance appearance = appearances.element();
        if (appearance.isNoContent()) {
            return;
        }
        if (appearance.isHidden()) {
            hidden.appendCollapsed(words);
            return;
        }
        text.appendCollapsed(words);
        if (openLinks.isEmpty()) {
            links.addBare(words);
        } else {
            openLinks.element().visible().appendCollapsed(words);
        }
    }

    private void breakLineAt(Element element) {
        if (element.isBlock() || element.nameIs("br")) {
            (appearances.element().isHidden() ? hidden : text).breakLine();
        }
    }

    private void openLinkAt(Element element) {
        switch (element.normalName()) {
            case "a", "area", "base" -> openLink(element, "href");
            case "form" -> openLink(element, "action");
            case "button", "input" -> openLink(element, "formaction");
            default -> {}
        }
    }

    private void openLink(Element element, String attribute) {
        if (element.hasAttr(attribute)) {
            openLinks.push(new OpenLink(element, element.attr(attribute), new BoundedText(Links.LONGEST_VISIBLE)));
        }
    }

    private void closeLinkAt(Element element) {
        if (!openLinks.isEmpty() && openLinks.element().element() == element) {
            OpenLink link = openLinks.pop();
            links.add(link.target(), link.visible().toString());
        }
    }
}
