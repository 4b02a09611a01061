package org.scora.server.queue;

import javax.jms.JMSException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closing what may be broken already. */
final class Quietly {
    private static final Logger LOGGER = LoggerFactory.getLogger(Quietly.class);

    private Quietly() {}

    /** A call that may fail. */
    interface Closing {
        void run() throws JMSException;
    }

    static void close(Closing closing) {
        try {
            closing.run();
        } catch (JMSException e) {
            LOGGER.debug("Closing failed", e);
        }
    }
}
