package org.scora.mailets;

import java.util.List;
import org.scora.mailets.relay.Relay;
import org.scora.mailets.relay.ReturnToSender;
import org.scora.setting.Verb;

/** The actions of this module, for validation and for the handbook's reference. */
public final class MailetVerbs {
    private MailetVerbs() {}

    public static List<Verb> all() {
        return List.of(
                Decide.VERB,
                FlagSubject.VERB,
                RecordOutcome.VERB,
                Relay.VERB,
                ReturnToSender.VERB,
                ReleaseByReply.VERB,
                Score.VERB,
                SendReport.VERB,
                TakeFeedback.VERB,
                TagMessage.VERB,
                ToOperator.VERB);
    }
}
