package org.scora.setting;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An element of one of James' own files: what may stand in it. James ignores what it does not know, and ends with an
 * exception of its parser at what it can not read.
 */
final class XmlElement {
    private static final String TABLE = "james-files.tsv";
    private static final Splitter COLUMNS = Splitter.on('\t');
    private static final Splitter STEPS = Splitter.on('/');
    private static final String ATTRIBUTE = "@";
    private static final int MOST = 1_000_000;

    /** What an element or attribute holds. */
    private enum Kind {
        GROUP,
        OWN,
        TEXT,
        FLAG,
        /** From 1. */
        NUMBER,
        /** From 0, which stands for none or for no limit. */
        COUNT,
        ADDRESS,
        URL
    }

    private final String name;
    private final Kind kind;
    private final Map<String, XmlElement> children = new LinkedHashMap<>();
    private final Map<String, XmlElement> attributes = new LinkedHashMap<>();

    private XmlElement(String name, Kind kind) {
        this.name = name;
        this.kind = kind;
    }

    /** The root elements of the files, by the names of the files. */
    static Map<String, XmlElement> roots() {
        Map<String, XmlElement> roots = new LinkedHashMap<>();
        for (String line : lines()) {
            List<String> row = COLUMNS.splitToList(line);
            List<String> steps = STEPS.splitToList(row.get(1));
            Kind kind = Kind.valueOf(row.get(2).toUpperCase(Locale.ROOT));
            if (steps.size() == 1) {
                roots.put(row.get(0), new XmlElement(steps.get(0), kind));
            } else {
                Optional.ofNullable(roots.get(row.get(0))).orElseThrow().add(steps.subList(1, steps.size()), kind);
            }
        }
        return roots;
    }

    private static List<String> lines() {
        try {
            return Resources.readLines(Resources.getResource(XmlElement.class, TABLE), StandardCharsets.UTF_8).stream()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(List<String> steps, Kind kind) {
        String first = steps.get(0);
        if (steps.size() > 1) {
            Optional.ofNullable(children.get(first)).orElseThrow().add(steps.subList(1, steps.size()), kind);
        } else if (first.startsWith(ATTRIBUTE)) {
            attributes.put(first.substring(1), new XmlElement(first.substring(1), kind));
        } else {
            children.put(first, new XmlElement(first, kind));
        }
    }

    String name() {
        return name;
    }

    Map<String, XmlElement> children() {
        return children;
    }

    Map<String, XmlElement> attributes() {
        return attributes;
    }

    /** Whether what stands in it is listed here, so that anything else is a mistake. */
    boolean isListed() {
        return kind != Kind.OWN;
    }

    /** What its text has to be; empty when it has none, or one of its own. */
    Optional<Setting<?>> value() {
        return switch (kind) {
            case GROUP, OWN -> Optional.empty();
            case TEXT -> Optional.of(Setting.text(name, "", name));
            case FLAG -> Optional.of(Setting.flag(name, false, name));
            case NUMBER -> Optional.of(Setting.number(name, 1, 1, MOST, name));
            case COUNT -> Optional.of(Setting.number(name, 0, 0, MOST, name));
            case ADDRESS ->
                Optional.of(pattern("a mail address", "postmaster@mx1.gateway.example", "[^@\\s]+(@[^@\\s]+)?"));
            case URL ->
                Optional.of(pattern("the address of a repository", "scora://errors/", "[a-z][a-z0-9+.-]*://.+"));
        };
    }

    private Setting<String> pattern(String words, String example, String pattern) {
        return Setting.optional(
                name,
                words,
                example,
                text -> {
                    if (!text.matches(pattern)) {
                        throw new IllegalArgumentException("not " + words);
                    }
                    return text;
                },
                name);
    }
}
