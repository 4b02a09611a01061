package org.scora.message;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects what is wrong with one message: the first of each kind, so that a million errors stay one line. */
final class Defects {
    private final Map<Defect.Kind, Defect> first = new EnumMap<>(Defect.Kind.class);

    void add(Defect.Kind kind, String sentence) {
        first.putIfAbsent(kind, new Defect(kind, sentence));
    }

    List<Defect> toList() {
        return List.copyOf(first.values());
    }
}
