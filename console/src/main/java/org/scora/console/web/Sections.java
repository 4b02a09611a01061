package org.scora.console.web;

import java.util.List;
import java.util.Optional;
import org.scora.console.web.visit.Section;
import org.scora.console.web.visit.Visitors;

/**
 * The pages for people who prove who they are.
 *
 * @param visitors knows them; empty when there are no such pages
 */
public record Sections(Optional<Visitors> visitors, List<Section> sections) {
    /** Nothing but the status. */
    public static final Sections NONE = new Sections(Optional.empty(), List.of());

    public Sections {
        sections = List.copyOf(sections);
    }

    Optional<Section> at(String path) {
        return sections.stream().filter(section -> section.has(path)).findFirst();
    }
}
