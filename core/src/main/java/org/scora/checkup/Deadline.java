package org.scora.checkup;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** How long a visit may still take. A server that says a byte a second gets no more time by that. */
final class Deadline {
    private final Duration whole;
    private final long end;

    Deadline(Duration whole) {
        this.whole = whole;
        this.end = System.nanoTime() + whole.toNanos();
    }

    /** What is left, in milliseconds; at least 1, since 0 means forever to sockets. */
    int left() throws SocketTimeoutException {
        long millis = (end - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
            throw new SocketTimeoutException("late");
        }
        return (int) millis;
    }

    /** A failure in words that follow the server's name. */
    String words(IOException failure) {
        if (failure instanceof SmtpTalk.Refused) {
            return String.valueOf(failure.getMessage());
        }
        if (failure instanceof SmtpTalk.Silent) {
            return "takes the connection, and then says nothing for " + Times.span(whole);
        }
        if (failure instanceof SocketTimeoutException || System.nanoTime() >= end) {
            return "does not answer within " + Times.span(whole);
        }
        if (failure instanceof BindException) {
            return "was not asked: this machine has no such address";
        }
        if (failure instanceof NoRouteToHostException) {
            return "can not be reached: there is no route to it";
        }
        return failure instanceof ConnectException
                ? "can not be reached: it refuses the connection"
                : "broke the connection off: " + failure.getMessage();
    }
}
