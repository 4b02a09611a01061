package org.scora.check;

import java.util.List;
import org.scora.message.IncomingMessage;

/**
 * One question about a message. A check knows nothing of scores and of what will be done: it says what it saw.
 * Implementations are thread-safe. A check that throws is unknown, and the others count.
 */
public interface Check {

    /** The check's name in kebab-case, such as {@code date-sanity}; its golden mails stand in a folder of this name. */
    String name();

    /** The names of all findings that it may return, each of which has a weight. */
    List<String> findings();

    /** Answers for one message. A failure of DNS, a scanner or a time limit is {@link CheckResult.Unknown}. */
    CheckResult examine(IncomingMessage message) throws Exception;

    /** Whether it waits for others, such as the DNS: then it does not stand in the way of those that only reckon. */
    default boolean waits() {
        return false;
    }

    /** Whether mail has to wait while this can not be answered, because the operator wants it so. */
    default boolean required() {
        return false;
    }

    /** Begins, without waiting, what shows early whether it will be able to answer. */
    default void prepare() {}
}
