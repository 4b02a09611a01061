package org.scora.fit;

/** Something that whoever calls the program has to mend. The message is a sentence for people. */
final class FitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FitException(String message) {
        super(message);
    }
}
