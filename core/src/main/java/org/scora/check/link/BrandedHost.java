package org.scora.check.link;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.check.known.Brand;
import org.scora.check.known.Brands;
import org.scora.dns.PublicSuffixes;
import org.scora.message.IncomingMessage;
import org.scora.score.Finding;

/** Does a link's host carry the name of a well-known firm that it does not belong to? */
public final class BrandedHost implements Check {
    static final String DOMAIN = "LINK_BRAND_AS_SUBDOMAIN";
    static final String LOOKALIKE = "LINK_BRAND_LOOKALIKE";
    static final String BORROWED = "LINK_BRAND_BORROWED";

    private static final Splitter LABELS = Splitter.on('.').omitEmptyStrings();
    private static final Splitter WORDS = Splitter.on('-').omitEmptyStrings();

    private final PublicSuffixes suffixes;
    private final Brands brands;

    public BrandedHost(PublicSuffixes suffixes, Brands brands) {
        this.suffixes = suffixes;
        this.brands = brands;
    }

    @Override
    public String name() {
        return "branded-host";
    }

    @Override
    public List<String> findings() {
        return List.of(DOMAIN, LOOKALIKE, BORROWED);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        List<Finding> findings = new ArrayList<>();
        for (Host host : Host.ofLinks(message)) {
            finding(host.name())
                    .filter(found ->
                            findings.stream().noneMatch(seen -> seen.name().equals(found.name())))
                    .ifPresent(findings::add);
        }
        return CheckResult.of(findings);
    }

    private Optional<Finding> finding(String host) {
        List<String> labels = LABELS.splitToList(host);
        return domainWithin(host, labels)
                .map(brand -> finding(DOMAIN, host, brand))
                .or(() -> lookalike(host, labels).map(brand -> finding(LOOKALIKE, host, brand)))
                .or(() -> borrowed(host, labels).map(brand -> finding(BORROWED, host, brand)));
    }

    private static Finding finding(String name, String host, Brand brand) {
        return new Finding(name, "a link leads to " + host + ", which is not of " + brand.name());
    }

    /** As in paypal.com.login.example: a whole domain of the brand, but not at the end, where it would count. */
    private Optional<Brand> domainWithin(String host, List<String> labels) {
        for (int at = 0; at + 2 < labels.size(); at++) {
            Optional<Brand> brand = brands.ofDomain(labels.get(at) + "." + labels.get(at + 1));
            if (brand.isPresent()) {
                return brand.filter(owner -> !owns(host, owner));
            }
        }
        return Optional.empty();
    }

    private boolean owns(String host, Brand brand) {
        return brands.owns(brand, host)
                || brands.ofDomain(suffixes.organizationalDomain(host)).isPresent();
    }

    /** As in paypa1.example. */
    private Optional<Brand> lookalike(String host, List<String> labels) {
        return labels.stream()
                .limit(labels.size() - 1L)
                .flatMap(label -> WORDS.splitToStream(label))
                .flatMap(word -> brands.lookedLikeBy(word).stream())
                .filter(brand -> !owns(host, brand))
                .findFirst();
    }

    /** As in paypal-service.example or paypal.web.example, which partners of the firm have too. */
    private Optional<Brand> borrowed(String host, List<String> labels) {
        return labels.stream()
                .limit(labels.size() - 1L)
                .flatMap(label -> WORDS.splitToStream(label))
                .flatMap(word -> brands.distinctive(word).stream())
                .filter(brand -> !owns(host, brand))
                .findFirst();
    }
}
