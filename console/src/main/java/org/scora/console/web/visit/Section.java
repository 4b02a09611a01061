package org.scora.console.web.visit;

/** Pages that belong together, such as those of a user's own quarantine. */
public interface Section {
    /** Whether a path leads here. */
    boolean has(String path);

    /** Answers a request for such a path; throws UncheckedIOException when a store can not be reached. */
    Reply answer(Visit visit);
}
