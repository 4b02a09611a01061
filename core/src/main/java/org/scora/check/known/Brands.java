package org.scora.check.known;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.scora.dns.PublicSuffixes;

/** Well-known firms in whose name others write: what they are called, and the domains that are theirs. */
public final class Brands {
    private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();
    private static final CharMatcher NO_LETTERS =
            CharMatcher.forPredicate(Character::isLetterOrDigit).negate();
    private static final int LOOKALIKE_LETTERS = 5;

    private final PublicSuffixes suffixes;
    private final Skeleton skeleton = new Skeleton();
    private final Map<String, Brand> byName = new HashMap<>();
    private final Map<String, Brand> bySkeleton = new HashMap<>();
    private final Map<String, Brand> byDomain = new HashMap<>();
    private final Set<String> serviceWords = new HashSet<>();
    private int longestName;

    private Brands(PublicSuffixes suffixes) {
        this.suffixes = suffixes;
    }

    public static Brands shipped(PublicSuffixes suffixes) {
        Brands brands = new Brands(suffixes);
        for (List<String> row : DataFile.rows(Brands.class, "brands.tsv", 3)) {
            List<String> names = DataFile.items(row.get(0));
            brands.add(
                    new Brand(names.get(0), names, row.get(1).equals("word"), Set.copyOf(DataFile.items(row.get(2)))));
        }
        DataFile.rows(Brands.class, "service-words.tsv", 2)
                .forEach(row -> brands.serviceWords.addAll(DataFile.items(row.get(1))));
        return brands;
    }

    private void add(Brand brand) {
        for (String name : brand.names()) {
            byName.put(name, brand);
            bySkeleton.put(skeleton.of(name), brand);
            longestName = Math.max(longestName, WORDS.splitToList(name).size());
        }
        brand.domains().forEach(domain -> byDomain.put(domain, brand));
    }

    /**
     * The brand that a sender's name claims to be: its name, alone or with words such as "support" and "account", and nothing
     * else. "Anna from PayPal" claims nothing.
     */
    public Optional<Brand> claimedBy(String displayName) {
        Optional<Brand> plainly = claimed(words(displayName.toLowerCase(Locale.ROOT)));
        return plainly.isPresent() || !Skeleton.mayMislead(displayName)
                ? plainly
                : claimed(words(skeleton.of(displayName)));
    }

    private static List<String> words(String name) {
        return WORDS.splitToList(NO_LETTERS.replaceFrom(name, ' '));
    }

    private Optional<Brand> claimed(List<String> words) {
        List<String> rest = new ArrayList<>();
        Optional<Brand> found = Optional.empty();
        for (int at = 0; at < words.size(); ) {
            int taken = found.isPresent() ? 0 : longestNameAt(words, at);
            if (taken > 0) {
                found = named(String.join(" ", words.subList(at, at + taken)));
            } else {
                rest.add(words.get(at));
                taken = 1;
            }
            at += taken;
        }
        return found.filter(brand -> rest.stream().allMatch(word -> serviceWords.contains(word) || isNumber(word)));
    }

    private int longestNameAt(List<String> words, int at) {
        for (int count = Math.min(longestName, words.size() - at); count > 0; count--) {
            if (named(String.join(" ", words.subList(at, at + count))).isPresent()) {
                return count;
            }
        }
        return 0;
    }

    private Optional<Brand> named(String name) {
        return Optional.ofNullable(byName.get(name)).or(() -> Optional.ofNullable(bySkeleton.get(name)));
    }

    /** The brand that has exactly this word as its name, unless the word means something else too. */
    public Optional<Brand> distinctive(String word) {
        return Optional.ofNullable(byName.get(word)).filter(brand -> !brand.alsoAWord());
    }

    /** The brand whose name a word looks like without being it. */
    public Optional<Brand> lookedLikeBy(String word) {
        if (word.length() < LOOKALIKE_LETTERS || !Skeleton.mayMislead(word) || byName.containsKey(word)) {
            return Optional.empty();
        }
        return Optional.ofNullable(bySkeleton.get(skeleton.of(word)));
    }

    /** The brand to which a registered domain belongs by the list. */
    public Optional<Brand> ofDomain(String domain) {
        return Optional.ofNullable(byDomain.get(domain));
    }

    /** Whether a host is the brand's: by the list, or because it has the brand's name under a registry such as .com.br. */
    public boolean owns(Brand brand, String host) {
        String organization = suffixes.organizationalDomain(host);
        if (brand.domains().contains(organization)) {
            return true;
        }
        int dot = organization.indexOf('.');
        return dot > 0
                && brand.names().contains(organization.substring(0, dot))
                && isRegistry(organization.substring(dot + 1));
    }

    private static boolean isRegistry(String suffix) {
        return suffix.indexOf('.') <= 3;
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(Character::isDigit);
    }
}
