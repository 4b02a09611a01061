package org.scora.bench;

import java.nio.file.Path;
import java.util.Optional;

/** A spam filter that can be measured. */
interface Filter {
    String name();

    /** What is installed here; empty when nothing is. */
    Optional<String> version();

    /** The score from which its makers call a message spam. */
    double threshold();

    /** Whether it says anything before it was taught. */
    boolean knowsSomethingUntaught();

    /**
     * Starts it as it is shipped.
     *
     * @param folder an empty one for it alone
     * @param lessons what it is taught before; empty to teach it nothing
     */
    Running start(Path folder, Optional<MailList> lessons) throws Exception;

    /** A filter that runs. Closing ends it. */
    interface Running extends AutoCloseable {
        /** Scores the mail of a list, one message at a time, and says what that cost when warm. */
        Scan scan(MailList list) throws Exception;

        /** CPU milliseconds that it took to learn a message; empty when it was taught nothing. */
        Optional<Double> lessonMillis();

        @Override
        void close();
    }
}
