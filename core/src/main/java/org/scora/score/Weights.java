package org.scora.score;

import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scora.message.Authentication;
import org.scora.setting.SettingException;

/** What all findings weigh, and the sum that they make. Immutable. */
public final class Weights {
    /** The name of the weight that every message starts with. */
    public static final String PRIOR = "PRIOR";

    private static final double VIRUS_WINS_FROM = 3;
    private static final Group UNWEIGHED = new Group("unweighed", 0, 0, "Findings that have no weight");
    private static final Group ADVISED =
            new Group(Advisory.GROUP, 0, 0, "Findings that are advisory for now, and weigh nothing");

    private final Map<String, Weight> weights;
    private final Map<String, Group> groups;
    private final Map<String, Composite> composites;
    private final Set<String> off;

    Weights(
            Map<String, Weight> weights,
            Map<String, Group> groups,
            Map<String, Composite> composites,
            Set<String> off) {
        this.weights = weights;
        this.groups = groups;
        this.composites = composites;
        this.off = off;
    }

    /** The weights that Scora comes with: those set by hand, and in their place those fitted on labelled mail. */
    public static Weights shipped() {
        return setByHand().weighing(WeightsFile.fitted(Table.ofResource("fitted.tsv", WeightsFile.FITTED_COLUMNS)));
    }

    /** The weights as people who know mail set them, before any were fitted. */
    public static Weights setByHand() {
        return of(
                Table.ofResource("weights.tsv", WeightsFile.WEIGHT_COLUMNS),
                Table.ofResource("groups.tsv", WeightsFile.GROUP_COLUMNS),
                Table.ofResource("composites.tsv", WeightsFile.COMPOSITE_COLUMNS));
    }

    /**
     * Reads both files' texts; there are no composites then.
     *
     * @param weightsText name, points, group, category, sentence
     * @param groupsText group, least, most, meaning
     * @throws SettingException that names the file and the line
     */
    public static Weights parse(String weightsText, String groupsText) {
        return parse(weightsText, groupsText, String.join("\t", WeightsFile.COMPOSITE_COLUMNS));
    }

    static Weights parse(String weightsText, String groupsText, String compositesText) {
        return of(
                Table.parse("weights.tsv", weightsText, WeightsFile.WEIGHT_COLUMNS),
                Table.parse("groups.tsv", groupsText, WeightsFile.GROUP_COLUMNS),
                Table.parse("composites.tsv", compositesText, WeightsFile.COMPOSITE_COLUMNS));
    }

    private static Weights of(Table weightsTable, Table groupsTable, Table compositesTable) {
        Map<String, Group> groups = WeightsFile.groups(groupsTable);
        Map<String, Weight> weights = WeightsFile.weights(weightsTable, groups);
        if (!weights.containsKey(PRIOR)) {
            throw SettingException.of(
                    "weights.tsv", PRIOR, "is missing", "Write what a message of which nothing is known weighs.");
        }
        return new Weights(weights, groups, WeightsFile.composites(compositesTable, weights, groups), Set.of());
    }

    /** The same with other points for these names; names that there are none of are left out. */
    public Weights weighing(Map<String, Double> points) {
        Map<String, Weight> newWeights = new LinkedHashMap<>(weights);
        newWeights.replaceAll((name, weight) -> weight.weighing(points.getOrDefault(name, weight.points())));
        Map<String, Composite> newComposites = new LinkedHashMap<>(composites);
        newComposites.replaceAll((name, composite) -> new Composite(
                composite
                        .weight()
                        .weighing(points.getOrDefault(name, composite.weight().points())),
                composite.made(),
                composite.missing()));
        return new Weights(newWeights, groups, newComposites, off);
    }

    /** The same, with these findings switched off besides. */
    public Weights switchingOff(Set<String> names) {
        return new Weights(weights, groups, composites, Sets.union(off, names).immutableCopy());
    }

    /** The same, with findings and the composites of them that are seen but weigh nothing, and say so. */
    public Weights advising(Collection<Advisory> advisories) {
        Map<String, Weight> newWeights = new LinkedHashMap<>(weights);
        Map<String, Composite> newComposites = new LinkedHashMap<>(composites);
        for (Advisory advisory : advisories) {
            newWeights.computeIfPresent(advisory.finding(), (name, weight) -> advisory.of(weight));
            newComposites.replaceAll((name, made) -> advisory.concerns(made)
                    ? new Composite(advisory.of(made.weight()), made.made(), made.missing())
                    : made);
        }
        Map<String, Group> newGroups = new LinkedHashMap<>(groups);
        newGroups.put(ADVISED.name(), ADVISED);
        return new Weights(newWeights, newGroups, newComposites, off);
    }

    /** What every message starts with, before anything is found. */
    public Weight prior() {
        return Optional.ofNullable(weights.get(PRIOR)).orElseThrow();
    }

    /** The weights of what checks find, in the file's order, the prior included. */
    public Collection<Weight> all() {
        return weights.values();
    }

    /** The findings that are made of others. */
    public Collection<Composite> composites() {
        return composites.values();
    }

    /** The groups of findings. */
    public Collection<Group> groups() {
        return groups.values();
    }

    /** What a check's finding or a composite weighs. */
    public Optional<Weight> of(String findingName) {
        return Optional.ofNullable(weights.get(findingName))
                .or(() -> Optional.ofNullable(composites.get(findingName)).map(Composite::weight));
    }

    /** Whether the site has switched a finding off: then it is not part of any verdict. */
    public boolean isOff(String findingName) {
        return off.contains(findingName);
    }

    /** Adds up what was found, and the composites of it. The order of the findings does not matter. */
    public Verdict verdict(Collection<Finding> findings, List<UnknownCheck> unknown, Authentication authentication) {
        return verdict(findings, unknown, authentication, Set.of());
    }

    /**
     * Adds up what was found once, with the composites that there are now; those of then may be among it.
     *
     * @param findings as a verdict had them
     */
    public Verdict again(Collection<Finding> findings, Authentication authentication) {
        return verdict(withoutComposites(findings.stream()), List.of(), authentication, Set.of());
    }

    /** What the verdict would be if these findings had not been made, with the composites that there would be then. */
    public Verdict without(Verdict verdict, Set<String> findingNames) {
        List<Finding> plain = withoutComposites(verdict.findings().stream().map(WeighedFinding::finding));
        return verdict(plain, verdict.unknown(), verdict.authentication(), findingNames);
    }

    private List<Finding> withoutComposites(Stream<Finding> findings) {
        return findings.filter(finding -> !composites.containsKey(finding.name()))
                .toList();
    }

    private Verdict verdict(
            Collection<Finding> findings,
            List<UnknownCheck> unknown,
            Authentication authentication,
            Set<String> leftOut) {
        List<Finding> made = new ArrayList<>(findings);
        made.removeIf(finding -> isOff(finding.name()) || leftOut.contains(finding.name()));
        Set<String> names = made.stream().map(Finding::name).collect(Collectors.toSet());
        composites.values().stream()
                .filter(composite -> !isOff(composite.name()) && !leftOut.contains(composite.name()))
                .forEach(composite -> composite.in(names).ifPresent(made::add));
        List<WeighedFinding> weighed =
                made.stream().map(this::weigh).sorted(BY_IMPORTANCE).toList();
        double score = prior().points()
                + sums(weighed).stream().mapToDouble(GroupSum::counted).sum();
        return new Verdict(score, category(weighed), weighed, unknown, authentication);
    }

    /** What the groups add up to, in the order of their names. */
    public List<GroupSum> sums(List<WeighedFinding> findings) {
        Map<String, Double> sums = findings.stream()
                .collect(Collectors.groupingBy(
                        finding -> finding.weight().group(),
                        TreeMap::new,
                        Collectors.summingDouble(WeighedFinding::points)));
        return sums.entrySet().stream()
                .map(sum -> new GroupSum(groups.getOrDefault(sum.getKey(), UNWEIGHED), sum.getValue()))
                .toList();
    }

    private WeighedFinding weigh(Finding finding) {
        Weight weight = of(finding.name()).orElseGet(() -> unweighed(finding.name()));
        return new WeighedFinding(finding, weight.times(finding.strength()));
    }

    private static Weight unweighed(String name) {
        return new Weight(name, 0, UNWEIGHED.name(), Category.SPAM, "Something was found that has no weight.");
    }

    private static Category category(List<WeighedFinding> findings) {
        Map<Category, Double> sums = new EnumMap<>(Category.class);
        findings.stream()
                .filter(finding -> finding.points() > 0)
                .forEach(finding -> sums.merge(finding.weight().category(), finding.points(), Double::sum));
        if (sums.getOrDefault(Category.VIRUS, 0.0) >= VIRUS_WINS_FROM) {
            return Category.VIRUS;
        }
        // Where two are equal the earlier one counts: max() would take the later.
        return sums.entrySet().stream()
                .reduce((left, right) -> right.getValue() > left.getValue() ? right : left)
                .map(Map.Entry::getKey)
                .orElse(Category.SPAM);
    }

    private static final Comparator<WeighedFinding> BY_IMPORTANCE = Comparator.comparingDouble(
                    (WeighedFinding finding) -> -Math.abs(finding.points()))
            .thenComparing(finding -> finding.finding().name())
            .thenComparing(finding -> finding.finding().evidence())
            .thenComparing(finding -> finding.finding().strength());
}
