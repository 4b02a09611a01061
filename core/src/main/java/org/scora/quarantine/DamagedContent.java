package org.scora.quarantine;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The content of a held message is there, and is not what was written. */
public final class DamagedContent extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    private final String place;

    DamagedContent(String place, Exception cause) {
        super(new IOException(place + " is damaged: " + cause.getMessage(), cause));
        this.place = place;
    }

    /** Where the content is, such as the path of a file. */
    public String place() {
        return place;
    }
}
