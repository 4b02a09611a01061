package org.scora.report.advice;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.scora.checkup.CheckUpFinding;
import org.scora.checkup.Level;
import org.scora.checkup.Question;
import org.scora.report.contents.Contents;

/** What the check-up of the domain finds wrong in the DNS. */
final class MissingRecord implements Adviser {
    private static final Set<Question> ABOUT_RECORDS =
            Set.of(Question.MX, Question.SENDER, Question.GATEWAY, Question.TRANSPORT);
    private static final Set<Level> WORTH_DOING = Set.of(Level.PROBLEM, Level.NOTE);

    private final Function<String, List<CheckUpFinding>> checkUp;

    /** @param checkUp what was found about a domain, by its name */
    MissingRecord(Function<String, List<CheckUpFinding>> checkUp) {
        this.checkUp = checkUp;
    }

    @Override
    public Optional<Advice> advise(Contents contents) {
        return contents.domain()
                .flatMap(domain -> checkUp.apply(domain).stream()
                        .filter(finding -> ABOUT_RECORDS.contains(finding.question())
                                && WORTH_DOING.contains(finding.level())
                                && finding.fix().isPresent())
                        .max(Comparator.comparing(CheckUpFinding::level))
                        .map(finding -> new Advice(
                                "missing-record",
                                List.of(finding.sentence(), finding.fix().orElse("")),
                                Optional.of("scora domain check " + domain))));
    }
}
