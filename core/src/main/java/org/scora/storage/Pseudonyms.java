package org.scora.storage;

import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scora.journal.ScoredFacts;
import org.scora.message.Addresses;

/**
 * Words in the place of those concerned: the same for the same person, so that counts by person hold, and of no use to who
 * does not have the secret. Domains stay.
 */
final class Pseudonyms {
    /** Stands in front of each; few addresses begin so. */
    static final String MARK = "~";

    private static final int BYTES = 10;
    private static final BaseEncoding LETTERS =
            BaseEncoding.base32().lowerCase().omitPadding();
    // What is bounded is matched in linear time.
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>@,;:()\"]{1,64}@[^\\s<>@,;:()\"]{1,255}");
    private static final Pattern IP = Pattern.compile(
            "\\b\\d{1,3}(?:\\.\\d{1,3}){3}(?:/\\d{1,2})?|\\b[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,7}(?:/\\d{1,3})?");

    private final byte[] secret;

    Pseudonyms(byte[] secret) {
        this.secret = secret.clone();
    }

    String of(String text) {
        byte[] hash = Hashing.hmacSha256(secret)
                .hashString(text.toLowerCase(Locale.ROOT), StandardCharsets.UTF_8)
                .asBytes();
        return MARK + LETTERS.encode(hash, 0, BYTES);
    }

    String ofAddress(String address) {
        Optional<String> domain = Addresses.domainOf(address);
        return address.isEmpty()
                ? ""
                : of(address) + domain.map(name -> "@" + name).orElse("");
    }

    /** A sentence in which no address of a person or a client is left. */
    String ofSentence(String sentence) {
        String withoutAddresses =
                ADDRESS.matcher(sentence).replaceAll(found -> Matcher.quoteReplacement(ofAddress(found.group())));
        String withoutNames = withoutAddresses.replaceAll(", greeted as [^;]*", "");
        return IP.matcher(withoutNames).replaceAll(found -> Matcher.quoteReplacement(of(found.group())));
    }

    ScoredFacts of(ScoredFacts facts) {
        List<String> from = facts.from().stream().map(this::ofAddress).toList();
        return new ScoredFacts(facts.findings(), from, facts.authentication());
    }
}
