package org.scora.check.scanner;

import java.io.IOException;
import org.scora.message.IncomingMessage;

/** Another program that looks at mail. Implementations are thread-safe and keep their own time limit. */
public interface Scanner {

    /** As in the settings, such as {@code clamav}. */
    String name();

    /**
     * Asks about one message.
     *
     * @throws IOException when there is no answer, or none that can be understood
     */
    ScanResult scan(IncomingMessage message) throws IOException;
}
