package org.scora.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.scora.fit.Accuracy.Scored;

/** All that was measured. */
final class Results {
    private final List<MailList> lists;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Map<String, Double>> lessonMillis = new LinkedHashMap<>();

    /** What a filter said of a list after it was taught something. */
    record Entry(String filter, String taught, MailList list, Scan scan) {}

    Results(List<MailList> lists) {
        this.lists = lists;
    }

    List<MailList> lists() {
        return lists;
    }

    void add(String filter, String taught, MailList list, Scan scan) {
        entries.add(new Entry(filter, taught, list, scan));
    }

    void addLesson(String filter, String taught, double millis) {
        lessonMillis.computeIfAbsent(taught, key -> new LinkedHashMap<>()).put(filter, millis);
    }

    /** What was taught, in order. */
    List<String> taught() {
        return entries.stream().map(Entry::taught).distinct().toList();
    }

    List<Entry> of(MailList list, String taught) {
        return entries.stream()
                .filter(entry -> entry.list().equals(list) && entry.taught().equals(taught))
                .toList();
    }

    /** CPU milliseconds for a lesson, by filter. */
    Map<String, Double> lessonMillis(String taught) {
        return lessonMillis.getOrDefault(taught, Map.of());
    }

    /** A filter's scores by what it was taught and by the mail, and of all mail together. */
    Map<String, List<Scored>> scoredBy(String filter) {
        Map<String, List<Scored>> scored = new LinkedHashMap<>();
        entries.stream().filter(entry -> entry.filter().equals(filter)).forEach(entry -> {
            List<Scored> its = entry.scan().scored(entry.list());
            String taught = ", taught " + entry.taught();
            scored.put(entry.list().name() + taught, its);
            scored.computeIfAbsent("all" + taught, key -> new ArrayList<>()).addAll(its);
        });
        return scored;
    }
}
