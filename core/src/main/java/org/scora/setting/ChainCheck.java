package org.scora.setting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Looks for everything that is wrong in a mailetcontainer.xml before the server starts on it: unknown verbs, unknown or
 * bad parameters, bad conditions, processors that are missing. The server's own start-up stops at the first of these,
 * and for most of them with less to go by.
 */
public final class ChainCheck {
    private static final List<String> NEEDED_PROCESSORS = List.of("root", "error", "transport");
    private static final List<String> NAMES_OF_PROCESSORS = List.of(
            "onMailetException", "onMatchException", "processor", "bounceProcessor", "errorProcessor", "onSuccess");
    private static final String MAILET = "mailet";
    private static final String MATCHER = "matcher";

    private final VerbNames mailets;
    private final VerbNames matchers;

    /**
     * @param verbs what we define, mailets and matchers
     * @param stock names that the server knows besides, with the package when it is not James' own
     */
    public ChainCheck(Collection<Verb> verbs, StockNames stock) {
        this.mailets = VerbNames.of(verbs, Verb.Kind.MAILET, stock.mailets());
        this.matchers = VerbNames.of(verbs, Verb.Kind.MATCHER, stock.matchers());
    }

    /** Everything that is wrong in the file, in its order; empty when the server can start on it. */
    public List<SettingException> problems(Path file) {
        String place = String.valueOf(file.getFileName());
        try (InputStream xml = Files.newInputStream(file)) {
            return problemsIn(place, ChainXml.parse(xml));
        } catch (SAXException e) {
            return List.of(JamesFiles.unreadable(place, e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<SettingException> problemsIn(String place, Document document) {
        List<Element> processors = ChainXml.children(document.getDocumentElement(), "processors").stream()
                .flatMap(group -> ChainXml.children(group, "processor").stream())
                .toList();
        List<SettingException> problems =
                new ArrayList<>(JamesFiles.chainProblems(place, document.getDocumentElement()));
        Set<String> states = states(place, processors, problems);
        for (String needed : NEEDED_PROCESSORS) {
            if (!states.contains(needed)) {
                problems.add(SettingException.of(
                        place,
                        "processor",
                        "there is no processor '" + needed + "'",
                        "Add <processor state=\"" + needed + "\">; the server does not start without it."));
            }
        }
        processors.forEach(processor -> problems.addAll(
                problemsOf(place + ": processor " + processor.getAttribute("state"), processor, states)));
        return problems;
    }

    private static Set<String> states(String place, List<Element> processors, List<SettingException> problems) {
        Set<String> states = new LinkedHashSet<>();
        for (Element processor : processors) {
            String state = processor.getAttribute("state");
            if (state.isBlank()) {
                problems.add(missing(place + ": processor", "state", "relay"));
            } else if (!states.add(state)) {
                problems.add(SettingException.of(
                        place + ": processor " + state,
                        "state",
                        "there are two processors of this name",
                        "Give one of them another; the server would know the last only."));
            }
        }
        return states;
    }

    private List<SettingException> problemsOf(String place, Element processor, Set<String> states) {
        List<SettingException> problems = new ArrayList<>();
        Set<String> composites = new LinkedHashSet<>();
        for (Element matcher : ChainXml.children(processor, MATCHER)) {
            composites.add(matcher.getAttribute("name"));
            compositeProblems(place + ": matcher " + matcher.getAttribute("name"), matcher, problems);
        }
        int number = 0;
        for (Element mailet : ChainXml.children(processor, MAILET)) {
            number++;
            String at = place + ": " + ("mailet " + number + " " + mailet.getAttribute("class")).trim();
            problems.addAll(mailetProblems(at, mailet, composites, states));
        }
        return problems;
    }

    private void compositeProblems(String place, Element matcher, List<SettingException> problems) {
        problems.addAll(matchProblems(place, matcher, Set.of()));
        for (Element child : ChainXml.children(matcher, MATCHER)) {
            compositeProblems(place, child, problems);
        }
    }

    private List<SettingException> mailetProblems(
            String place, Element mailet, Set<String> composites, Set<String> states) {
        List<SettingException> problems = new ArrayList<>(matchProblems(place, mailet, composites));
        String name = mailet.getAttribute("class");
        Map<String, String> written = ChainXml.parameters(mailet);
        problems.addAll(
                name.isBlank() ? List.of(missing(place, "class", "Score")) : mailets.problems(place, name, written));
        if (name.equals("ToProcessor") && !written.containsKey("processor")) {
            problems.add(SettingException.of(
                    place, "processor", "has to be set", "Write for example <processor>relay</processor>."));
        }
        for (String parameter : NAMES_OF_PROCESSORS) {
            stateProblem(place, parameter, written, states).ifPresent(problems::add);
        }
        return problems;
    }

    private List<SettingException> matchProblems(String place, Element element, Set<String> composites) {
        String match = element.hasAttribute("match") ? element.getAttribute("match") : element.getAttribute("notmatch");
        if (match.isBlank()) {
            return List.of(missing(place, "match", "All"));
        }
        if (composites.contains(match)) {
            return List.of();
        }
        String[] parts = match.split("=", 2);
        Map<String, String> condition = new HashMap<>();
        if (parts.length > 1) {
            condition.put(VerbNames.CONDITION, parts[1]);
        }
        return matchers.problems(place, parts[0], condition);
    }

    private static Optional<SettingException> stateProblem(
            String place, String parameter, Map<String, String> written, Set<String> states) {
        String state = written.getOrDefault(parameter, "").trim();
        boolean known = switch (parameter) {
            case "onMailetException" -> List.of("", "ignore", "propagate").contains(state);
            case "onMatchException" ->
                List.of("", "nomatch", "matchall", "propagate").contains(state);
            default -> state.isEmpty();
        };
        return known || states.contains(state)
                ? Optional.empty()
                : Optional.of(SettingException.of(
                        place,
                        parameter,
                        "there is no processor '" + state + "'",
                        SettingException.remedyForName(state, states)));
    }

    private static SettingException missing(String place, String attribute, String example) {
        return SettingException.of(
                place, attribute, "has to be set", "Write for example " + attribute + "=\"" + example + "\".");
    }
}
