package org.scora.setting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Looks for elements and values in James' own files that James does not know or can not read. What mailets and matchers
 * take is {@link ChainCheck}'s part, which also asks here about its file.
 */
public final class JamesFiles {
    private static final String CHAIN = "mailetcontainer.xml";
    private static final List<String> NEEDED = List.of(CHAIN, "smtpserver.xml", "mailrepositorystore.xml");

    private JamesFiles() {}

    /** Everything that is wrong in the files of a configuration folder, of which the chain only has to be there. */
    public static List<SettingException> problems(Path confFolder) {
        List<SettingException> problems = new ArrayList<>();
        XmlElement.roots().forEach((file, root) -> problems.addAll(problems(confFolder.resolve(file), root)));
        return problems;
    }

    private static List<SettingException> problems(Path file, XmlElement root) {
        String place = String.valueOf(file.getFileName());
        if (!Files.isRegularFile(file)) {
            return NEEDED.contains(place)
                    ? List.of(SettingException.of(
                            file.toString(),
                            place,
                            "the file is missing",
                            "Copy it from the distribution's conf folder."))
                    : List.of();
        }
        if (place.equals(CHAIN)) {
            return List.of();
        }
        try (InputStream xml = Files.newInputStream(file)) {
            return problemsIn(place, ChainXml.parse(xml).getDocumentElement(), root);
        } catch (SAXException e) {
            return List.of(unreadable(place, e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SettingException unreadable(String place, SAXException e) {
        String reason = String.valueOf(e.getMessage()).replaceAll("\\.+$", "");
        return SettingException.of(place, "xml", "can not be read: " + reason, "Correct the markup there.");
    }

    /** What is wrong in James' own elements of the chain. */
    static List<SettingException> chainProblems(String place, Element document) {
        return Optional.ofNullable(XmlElement.roots().get(CHAIN)).stream()
                .flatMap(root -> problemsIn(place, document, root).stream())
                .toList();
    }

    private static List<SettingException> problemsIn(String place, Element document, XmlElement root) {
        if (!document.getTagName().equals(root.name())) {
            return List.of(unknown(place, "element", document.getTagName(), List.of(root.name())));
        }
        List<SettingException> problems = new ArrayList<>();
        look(place, document, root, problems);
        return problems;
    }

    private static void look(String place, Element element, XmlElement known, List<SettingException> problems) {
        ChainXml.attributes(element)
                .forEach((name, value) -> Optional.ofNullable(known.attributes().get(name))
                        .ifPresentOrElse(
                                attribute -> value(place, attribute, value, problems),
                                () -> problems.add(unknown(
                                        place,
                                        "attribute",
                                        name,
                                        known.attributes().keySet()))));
        if (!known.isListed()) {
            return;
        }
        for (Element child : ChainXml.children(element)) {
            String name = child.getTagName();
            Optional.ofNullable(known.children().get(name))
                    .ifPresentOrElse(
                            listed -> {
                                value(place, listed, child.getTextContent(), problems);
                                look(placeOf(place, child), child, listed, problems);
                            },
                            () -> problems.add(unknown(
                                    place, "element", name, known.children().keySet())));
        }
    }

    private static String placeOf(String place, Element child) {
        String state = child.getAttribute("state") + child.getAttribute("name") + child.getAttribute("class");
        return place + ": " + (child.getTagName() + " " + state).trim();
    }

    // What ${…} stands for is known only to the server.
    private static void value(String place, XmlElement known, String text, List<SettingException> problems) {
        if (!text.contains("${")) {
            known.value()
                    .ifPresent(value -> problems.addAll(
                            Settings.problems(place, Map.of(known.name(), text.trim()), List.of(value))));
        }
    }

    private static SettingException unknown(String place, String what, String name, Collection<String> known) {
        return SettingException.of(
                place, name, "there is no such " + what, SettingException.remedyForName(name, known));
    }
}
