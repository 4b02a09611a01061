package org.scora.quarantine;

/** A message is under legal hold, so it is not removed. */
public final class LegalHoldException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public LegalHoldException(String receipt) {
        super(receipt + " is under legal hold");
    }
}
