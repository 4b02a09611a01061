package org.scora.quarantine;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A held message is in the index, and its content is not where it has to be. */
public final class MissingContent extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    private final String place;

    MissingContent(String place) {
        super(new IOException("there is no " + place));
        this.place = place;
    }

    /** Where the content has to be, such as the path of a file. */
    public String place() {
        return place;
    }
}
