package org.scora.check.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.check.text.Vocabulary.Subject;
import org.scora.check.text.Vocabulary.Talk;
import org.scora.message.IncomingMessage;
import org.scora.score.Finding;

/**
 * Does the text talk as known frauds and unwanted offers do? One aspect of theirs is in many honest letters, so several have
 * to come together: which ones, says {@code subjects.tsv}, and what they sound like, the file of each subject.
 */
public final class FraudWords implements Check {
    static final String MONEY = "MONEY_OFTEN";

    private static final int TEXT_AT_MOST = 20_000;
    private static final int SUMS_AT_LEAST = 5;
    // A sum for every few hundred letters; an invoice has more, but no urgency.
    private static final int LETTERS_PER_SUM = 250;
    private static final String GREAT_SUM_SUBJECT = "advance-fee";
    private static final String GREAT_SUM_ASPECT = "money";
    private static final String URGENT = "urgency";

    private final Vocabulary vocabulary = Vocabulary.shipped();

    @Override
    public String name() {
        return "fraud-words";
    }

    @Override
    public List<String> findings() {
        return Stream.concat(
                        vocabulary.subjects().stream().flatMap(subject -> Stream.of(subject.hint(), subject.finding())),
                        Stream.of(MONEY))
                .distinct()
                .toList();
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        String text = message.subject() + "\n" + message.text();
        Money money = Money.in(text, TEXT_AT_MOST);
        List<Talk> talks = vocabulary.in(PlainWords.of(text, TEXT_AT_MOST));
        List<Finding> findings = new ArrayList<>();
        talks.stream()
                .map(talk -> withGreatSum(talk, money))
                .flatMap(talk -> finding(talk).stream())
                .forEach(findings::add);
        boolean urgent = talks.stream().anyMatch(talk -> talk.subject().name().equals(URGENT));
        if (urgent && isOften(money.sums(), Math.min(text.length(), TEXT_AT_MOST))) {
            findings.add(new Finding(MONEY, "the text names " + money.sums() + " sums of money, and urges"));
        }
        return CheckResult.of(findings);
    }

    private static boolean isOften(int sums, int letters) {
        return sums >= SUMS_AT_LEAST && sums * LETTERS_PER_SUM >= letters;
    }

    private static Talk withGreatSum(Talk talk, Money money) {
        if (!talk.subject().name().equals(GREAT_SUM_SUBJECT) || money.great().isEmpty()) {
            return talk;
        }
        Map<String, String> aspects = new LinkedHashMap<>(talk.aspects());
        aspects.putIfAbsent(GREAT_SUM_ASPECT, money.great().get());
        return new Talk(talk.subject(), aspects);
    }

    private static Optional<Finding> finding(Talk talk) {
        Subject subject = talk.subject();
        int aspects = talk.aspects().size();
        boolean needed = subject.needed().equals("-") || talk.aspects().containsKey(subject.needed());
        boolean hinted = !subject.hint().equals(subject.finding()) && aspects == subject.aspectsAtLeast() - 1;
        if (!needed || !hinted && aspects < subject.aspectsAtLeast()) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                hinted ? subject.hint() : subject.finding(), "the text has, among others: " + talk.words()));
    }
}
