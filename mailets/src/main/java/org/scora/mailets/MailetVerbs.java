package org.scora.mailets;

import java.util.List;
import org.scora.setting.Verb;

/** The actions of this package, for validation and for the handbook's reference. */
public final class MailetVerbs {
    private MailetVerbs() {}

    public static List<Verb> all() {
        return List.of(Decide.VERB, FlagSubject.VERB, RecordOutcome.VERB, Score.VERB, SendReport.VERB, TagMessage.VERB);
    }
}
