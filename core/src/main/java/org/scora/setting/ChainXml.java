package org.scora.setting;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads XML without following what it points to. */
final class ChainXml {
    private ChainXml() {}

    static Document parse(InputStream xml) throws SAXException, IOException {
        DocumentBuilder builder = builder();
        builder.setErrorHandler(new Strict());
        return builder.parse(xml);
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            return factory.newDocumentBuilder();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's XML parser lacks a feature", e);
        }
    }

    static List<Element> children(Element parent) {
        return elements(parent.getChildNodes());
    }

    static Map<String, String> attributes(Element element) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            attributes.put(attribute.getNodeName(), attribute.getNodeValue());
        }
        return attributes;
    }

    static List<Element> children(Element parent, String name) {
        return children(parent).stream()
                .filter(element -> element.getTagName().equals(name))
                .toList();
    }

    /** Child elements with their texts; several of one name are joined by commas, as the server does. */
    static Map<String, String> parameters(Element mailet) {
        Map<String, String> parameters = new LinkedHashMap<>();
        elements(mailet.getChildNodes())
                .forEach(child -> parameters.merge(
                        child.getTagName(), child.getTextContent().trim(), (first, next) -> first + "," + next));
        return parameters;
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            if (node instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    /** The default handler prints to the console. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {}

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw named(e);
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw named(e);
        }

        private static SAXException named(SAXParseException e) {
            return new SAXException("line " + e.getLineNumber() + ": " + e.getMessage(), e);
        }
    }
}
