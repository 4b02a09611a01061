package org.scora.check.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.scora.check.known.DataFile;

/**
 * What frauds and offers talk about. A subject has aspects, an aspect has phrases of one meaning in several languages; an
 * aspect counts once, however many of its phrases there are.
 */
final class Vocabulary {
    private final PhraseMatcher matcher;
    // By the phrase's number in the matcher: one phrase may belong to several subjects.
    private final List<List<Phrase>> places;
    private final List<Subject> subjects;

    /** A phrase, and where it belongs. */
    private record Phrase(String subject, String aspect, String words) {}

    /**
     * Something that mail talks about.
     *
     * @param finding its name when there are enough aspects
     * @param hint the finding's name when there is one aspect less; the finding itself where there is no hint
     * @param aspectsAtLeast how many aspects make the finding
     * @param needed the aspect that has to be among them, or "-"
     */
    record Subject(String name, String finding, String hint, int aspectsAtLeast, String needed) {}

    /**
     * A subject that a text talks about.
     *
     * @param aspects what was seen, one phrase for each aspect
     */
    record Talk(Subject subject, Map<String, String> aspects) {
        String words() {
            return String.join(", ", aspects.values());
        }
    }

    private Vocabulary(List<Subject> subjects, List<Phrase> phrases) {
        this.subjects = subjects;
        Map<String, List<Phrase>> byWords = new LinkedHashMap<>();
        phrases.forEach(
                phrase -> byWords.computeIfAbsent(PlainWords.ofPhrase(phrase.words()), none -> new ArrayList<>())
                        .add(phrase));
        this.places = List.copyOf(byWords.values());
        this.matcher = new PhraseMatcher(List.copyOf(byWords.keySet()));
    }

    static Vocabulary shipped() {
        List<Subject> subjects = DataFile.rows(Vocabulary.class, "subjects.tsv", 5).stream()
                .map(row -> new Subject(row.get(0), row.get(1), row.get(2), Integer.parseInt(row.get(3)), row.get(4)))
                .toList();
        List<Phrase> phrases = new ArrayList<>();
        for (Subject subject : subjects) {
            DataFile.rows(Vocabulary.class, subject.name() + ".tsv", 2)
                    .forEach(row -> DataFile.items(row.get(1))
                            .forEach(words -> phrases.add(new Phrase(subject.name(), row.get(0), words))));
        }
        return new Vocabulary(subjects, phrases);
    }

    List<Subject> subjects() {
        return subjects;
    }

    /** Everything that the text touches, in one pass; a subject need not have enough aspects to mean something. */
    List<Talk> in(String plainWords) {
        BitSet found = matcher.in(plainWords);
        Map<String, Map<String, String>> bySubject = new LinkedHashMap<>();
        found.stream()
                .mapToObj(places::get)
                .flatMap(List::stream)
                .forEach(phrase -> bySubject
                        .computeIfAbsent(phrase.subject(), none -> new LinkedHashMap<>())
                        .putIfAbsent(phrase.aspect(), phrase.words()));
        return subjects.stream()
                .filter(subject -> bySubject.containsKey(subject.name()))
                .map(subject -> new Talk(subject, bySubject.getOrDefault(subject.name(), Map.of())))
                .toList();
    }
}
