package org.scora.check;

import org.scora.message.IncomingMessage;
import org.scora.score.Verdict;

/** Asks all checks about a message under one deadline and adds up what they found. */
public final class Scorer {

    /** Never throws, whatever the message: a check that fails is unknown. */
    public Verdict score(IncomingMessage message) {
        throw new UnsupportedOperationException();
    }
}
