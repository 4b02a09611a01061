package org.scora.check.text;

import com.google.common.base.CharMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.message.IncomingMessage;

/**
 * Does the text talk as advance fee frauds do: a great sum, a dead owner, a transfer, secrecy? One of these is in many
 * honest letters, so several have to come together, and a sum of money has to be among them.
 */
public final class AdvanceFeeFraud implements Check {
    static final String HINTS = "ADVANCE_FEE_HINTS";
    static final String FRAUD = "ADVANCE_FEE_FRAUD";

    private static final String MONEY = "money";
    private static final int HINTS_FROM = 4;
    private static final int FRAUD_FROM = 5;
    private static final int TEXT_AT_MOST = 30_000;
    private static final List<String> CURRENCIES = List.of("million", "$", "usd", "€", "£", "eur", "gbp");
    // "US$ 18,500,000", "25.5 million dollars", "$ 30M"
    private static final Pattern GREAT_SUM = Pattern.compile(
            "(?:us ?\\$|usd|\\$|€|£|eur|gbp) ?\\d{1,3}(?:[.,]\\d{1,3})?(?:[.,]\\d{3}[.,]\\d{3}| ?m\\b| ?million)"
                    + "|\\d ?million (?:united states |us |u\\.s\\. )?(?:dollar|euro|pound)"
                    + "|million (?:united states|u\\.?s\\.?a?\\.?) dollar");

    private final Map<String, List<String>> families;

    public AdvanceFeeFraud() {
        this.families = Vocabulary.read("advance-fee-fraud.tsv");
    }

    @Override
    public String name() {
        return "advance-fee-fraud";
    }

    @Override
    public List<String> findings() {
        return List.of(HINTS, FRAUD);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        String text = normalized(message);
        if (!talksOfMoney(text)) {
            return CheckResult.notFound();
        }
        List<String> seen = new ArrayList<>();
        families.values()
                .forEach(phrases ->
                        phrases.stream().filter(text::contains).findFirst().ifPresent(seen::add));
        if (seen.size() < HINTS_FROM) {
            return CheckResult.notFound();
        }
        String evidence = "the text has, among others: " + String.join(", ", seen);
        return CheckResult.found(seen.size() >= FRAUD_FROM ? FRAUD : HINTS, evidence);
    }

    private boolean talksOfMoney(String text) {
        if (families.getOrDefault(MONEY, List.of()).stream().anyMatch(text::contains)) {
            return true;
        }
        // The pattern is slow, and needs one of these.
        return CURRENCIES.stream().anyMatch(text::contains)
                && GREAT_SUM.matcher(text).find();
    }

    private static String normalized(IncomingMessage message) {
        String text = message.subject() + " " + message.text();
        String begin = text.substring(0, Math.min(TEXT_AT_MOST, text.length()));
        return CharMatcher.whitespace().collapseFrom(begin.toLowerCase(Locale.ROOT), ' ');
    }
}
