package org.scora.report.advice;

import java.util.Optional;
import org.scora.report.contents.Contents;

/** Knows one advice. Throws UncheckedIOException when what it asks can not be read. */
public interface Adviser {

    /** The advice where there is reason for it: none on a suspicion alone. */
    Optional<Advice> advise(Contents contents);
}
