package org.scora.check.dnslist;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.scora.score.Finding;

/** Something of a message that is on a list, for a reason that has a line in the configuration. */
record Listing(ListQuestion question, ListLine line, InetAddress answer) {
    private static final int SHOWN_AT_MOST = 5;

    static List<Listing> of(ListQuestion question, ListAnswer answer) {
        return question.list().lines().stream()
                .filter(line -> answer.isListed() && line.asks().contains(question.subject()))
                .flatMap(line -> line.find(answer.answers()).map(found -> new Listing(question, line, found)).stream())
                .toList();
    }

    /**
     * The points stand in the lists' configuration, so that a finding's strength is their sum over the lists; of one list the
     * answer counts that says most.
     */
    static List<Finding> findings(List<Listing> listings) {
        Map<String, List<Listing>> byFinding = new LinkedHashMap<>();
        listings.forEach(listing -> byFinding
                .computeIfAbsent(listing.finding(), name -> new ArrayList<>())
                .add(listing));
        return byFinding.entrySet().stream()
                .map(same -> new Finding(same.getKey(), shown(same.getValue()), strength(same.getValue())))
                .toList();
    }

    private static double strength(List<Listing> listings) {
        Map<String, Double> points = new LinkedHashMap<>();
        listings.forEach(listing -> points.merge(
                listing.question().list().zone(), Math.abs(listing.line().points()), Math::max));
        return points.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static String shown(List<Listing> listings) {
        return String.join(
                "; ",
                listings.stream()
                        .map(Listing::shown)
                        .distinct()
                        .limit(SHOWN_AT_MOST)
                        .toList());
    }

    private String finding() {
        return line.finding(question.subject());
    }

    private String shown() {
        return "%s is on %s: %s (%s)"
                .formatted(question.item(), question.list().zone(), line.meaning(), answer.getHostAddress());
    }
}
