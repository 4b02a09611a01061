package org.scora.console.admin;

import com.google.common.base.Ticker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** The body of a request, read within bounds of size and time. */
final class Body {
    static final int LARGEST = 4 << 20;
    static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int PART = 64 * 1024;

    private Body() {}

    /** Throws AdminProblem for one that is too large or takes too long. */
    static byte[] read(InputStream in, Ticker ticker) {
        long begun = ticker.read();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] part = new byte[PART];
        try {
            for (int length = in.read(part); length >= 0; length = in.read(part)) {
                bytes.write(part, 0, length);
                if (bytes.size() > LARGEST) {
                    throw AdminProblem.tooLarge(
                            "the body is longer than " + LARGEST + " bytes", "Send it in several requests.");
                }
                if (ticker.read() - begun > LONGEST.toNanos()) {
                    throw late();
                }
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw late();
        }
    }

    private static AdminProblem late() {
        return AdminProblem.timeout("the body did not come in time", "Send all of it at once.");
    }
}
