package org.scora.learn;

import org.scora.message.IncomingMessage;

/** The statistical learner: says how much a message resembles unwanted mail that it was taught. Thread-safe. */
public final class Learner {

    /** A learner that was taught nothing: it has no opinion. */
    public static Learner untaught() {
        throw new UnsupportedOperationException();
    }

    /** Log10 odds that the message is unwanted; 0 when untaught. */
    public double opinionOf(IncomingMessage message) {
        throw new UnsupportedOperationException();
    }
}
