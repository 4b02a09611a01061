package org.scora.check.scanner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scora.message.IncomingMessage;

/** SpamAssassin's daemon, by its command SYMBOLS (protocol SPAMC/1.5). Its score becomes points. */
final class Spamd implements Scanner {
    // SpamAssassin marks mail from its threshold on; about one in a hundred of what it marks is wanted.
    private static final double POINTS_AT_THRESHOLD = 2;
    private static final Pattern VERDICT =
            Pattern.compile("\\w+ ; (?<score>-?\\d{1,6}(?:\\.\\d{1,6})?) / (?<threshold>\\d{1,6}(?:\\.\\d{1,6})?)");
    private static final int LONGEST_SYMBOLS = 150;

    private final Exchange exchange;

    Spamd(Exchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public String name() {
        return "spamd";
    }

    @Override
    public ScanResult scan(IncomingMessage message) throws IOException {
        int length = Math.min(message.source().length, Exchange.LONGEST_MAIL);
        String head = "SYMBOLS SPAMC/1.5\r\nContent-length: " + length + "\r\n\r\n";
        HeadedReply reply = HeadedReply.parse(exchange.replyTo(out -> {
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(message.source(), 0, length);
        }));
        if (!reply.firstLine().matches("SPAMD/[\\d.]{1,5} 0 EX_OK")) {
            throw new IOException("it says: " + reply.firstLine());
        }
        Matcher verdict = VERDICT.matcher(reply.header("spam").orElse(""));
        if (!verdict.matches() || Double.parseDouble(verdict.group("threshold")) == 0) {
            throw new IOException("its answer has no score");
        }
        return opinion(
                Double.parseDouble(verdict.group("score")),
                Double.parseDouble(verdict.group("threshold")),
                reply.body().strip().replace(",", ", "));
    }

    private static ScanResult opinion(double score, double threshold, String symbols) {
        String shown = symbols.substring(0, Math.min(LONGEST_SYMBOLS, symbols.length()));
        return new ScanResult.Opinion(
                Points.of(score / threshold * POINTS_AT_THRESHOLD),
                String.format(Locale.ROOT, "%.1f of %.1f %s", score, threshold, shown)
                        .strip());
    }
}
