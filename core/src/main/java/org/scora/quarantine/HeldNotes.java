package org.scora.quarantine;

import org.scora.policy.MailNotes;

/** What was noted on a message before it was held: its verdict, and what was decided for each recipient. The server implements it. */
@FunctionalInterface
public interface HeldNotes {
    /** Of a message that was never scored, nothing is noted. */
    MailNotes of(HeldMessage message);
}
