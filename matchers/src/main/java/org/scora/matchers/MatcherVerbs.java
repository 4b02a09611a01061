package org.scora.matchers;

import java.util.List;
import org.scora.setting.Verb;

/** The questions of this module, for validation and for the handbook's reference. */
public final class MatcherVerbs {
    private MatcherVerbs() {}

    public static List<Verb> all() {
        return List.of(
                DispositionIs.VERB,
                HasFinding.VERB,
                HopsAtLeast.VERB,
                IsReleaseReply.VERB,
                IsReportRequest.VERB,
                RecipientIsExempt.VERB,
                ScoreAtLeast.VERB,
                SenderIsAllowed.VERB,
                SenderIsBlocked.VERB,
                VerdictIs.VERB);
    }
}
