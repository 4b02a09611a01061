package org.scora.check.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.check.known.Brand;
import org.scora.check.known.Brands;
import org.scora.dns.PublicSuffixes;
import org.scora.message.Addresses;
import org.scora.message.IncomingMessage;
import org.scora.message.Mailbox;
import org.scora.score.Finding;

/** Does the sender's name claim to be a well-known firm, or the recipient's own house, which the address is not? */
public final class SenderName implements Check {
    static final String BRAND = "FROM_NAME_IS_BRAND";
    static final String RECIPIENT = "FROM_NAME_IS_RECIPIENT_DOMAIN";
    static final String DISGUISED = "FROM_NAME_DISGUISED";

    private static final int DOMAIN_AT_LEAST = 6;
    // "PoIicy", "BIue": a capital I where an l belongs, within small letters. "LinkedIn" is none, nor "DiIorio" short
    // enough.
    private static final Pattern I_FOR_L = Pattern.compile("\\b[A-Z]?[a-z]{0,20}[a-zA-HJ-Z]I[aeiou][a-z]{1,20}");
    private static final Pattern WORDS_OF_I = Pattern.compile("(?:Di|Mc|Mac|De|La|Da|Del|i|e|a)I.*|[A-Z]I.*(?:oT)");

    private final PublicSuffixes suffixes;
    private final Brands brands;

    public SenderName(PublicSuffixes suffixes, Brands brands) {
        this.suffixes = suffixes;
        this.brands = brands;
    }

    @Override
    public String name() {
        return "sender-name";
    }

    @Override
    public List<String> findings() {
        return List.of(BRAND, RECIPIENT, DISGUISED);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        if (message.from().isEmpty() || message.from().get(0).displayName().isBlank()) {
            return CheckResult.notFound();
        }
        Mailbox from = message.from().get(0);
        List<Finding> findings = new ArrayList<>();
        Addresses.domainOf(from.address()).ifPresent(domain -> {
            brand(from, domain).ifPresent(findings::add);
            recipient(message, from, domain).ifPresent(findings::add);
        });
        disguised(from.displayName()).ifPresent(findings::add);
        return CheckResult.of(findings);
    }

    private Optional<Finding> brand(Mailbox from, String domain) {
        Optional<Brand> claimed = brands.claimedBy(from.displayName());
        return claimed.filter(brand -> !brands.owns(brand, domain))
                .map(brand -> new Finding(
                        BRAND,
                        "'" + from.displayName() + "' writes from " + domain + ", which is not of " + brand.name()));
    }

    private Optional<Finding> recipient(IncomingMessage message, Mailbox from, String domain) {
        // A list writes its own and the author's house into the name.
        if (BulkMarkers.isList(message)) {
            return Optional.empty();
        }
        String shown = from.displayName().toLowerCase(Locale.ROOT);
        return message.envelope().recipients().stream()
                .flatMap(recipient -> Addresses.domainOf(recipient).stream())
                .filter(own -> own.length() >= DOMAIN_AT_LEAST && shown.contains(own))
                .filter(own -> !suffixes.sameOrganization(own, domain))
                .findFirst()
                .map(own -> new Finding(RECIPIENT, "'" + from.displayName() + "' writes from " + domain));
    }

    private static Optional<Finding> disguised(String name) {
        return I_FOR_L.matcher(name)
                .results()
                .map(found -> found.group())
                .filter(word -> !WORDS_OF_I.matcher(word).matches())
                .findFirst()
                .map(word -> new Finding(DISGUISED, "'" + word + "' has a capital i for an l"));
    }
}
