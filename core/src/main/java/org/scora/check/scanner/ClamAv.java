package org.scora.check.scanner;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scora.message.IncomingMessage;

/** ClamAV's daemon, by its command INSTREAM (clamd(8)). */
final class ClamAv implements Scanner {
    private static final int CHUNK = 64 * 1024;
    private static final Pattern FOUND = Pattern.compile("stream: (.{1,300}) FOUND");
    private static final String CLEAN = "stream: OK";

    private final Exchange exchange;

    ClamAv(Exchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public String name() {
        return "clamav";
    }

    @Override
    public ScanResult scan(IncomingMessage message) throws IOException {
        byte[] reply = exchange.replyTo(out -> send(message.source(), out));
        String text =
                new String(reply, StandardCharsets.UTF_8).replace("\0", "").strip();
        Matcher found = FOUND.matcher(text);
        if (found.matches()) {
            return new ScanResult.Infected(found.group(1));
        }
        if (text.equals(CLEAN)) {
            return new ScanResult.Clean();
        }
        throw new IOException(text.isEmpty() ? "it says nothing" : "it says: " + text);
    }

    /** Chunks with their length before them; one of length 0 ends it. */
    private static void send(byte[] source, OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        int length = Math.min(source.length, Exchange.LONGEST_MAIL);
        for (int from = 0; from < length; from += CHUNK) {
            int size = Math.min(CHUNK, length - from);
            data.writeInt(size);
            data.write(source, from, size);
        }
        data.writeInt(0);
    }
}
