package org.scora.check;

import java.util.List;
import org.scora.message.Authentication;
import org.scora.message.IncomingMessage;
import org.scora.score.Finding;

/**
 * A question that can only be asked when it is known who is proven to have sent the message. Thread-safe, as a
 * {@link Check}; one that throws or is late is unknown.
 */
public interface SecondLook {

    /** Its name in kebab-case. */
    String name();

    /** The names of all findings that it may return, each of which has a weight. */
    List<String> findings();

    /** What it sees, each finding at most once. */
    List<Finding> examine(IncomingMessage message, Authentication authentication) throws Exception;
}
