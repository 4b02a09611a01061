package org.scora.check.scanner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.CharMatcher;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.scora.message.Envelope;
import org.scora.message.IncomingMessage;

/** rspamd's normal worker, by HTTP POST to /checkv2. Its score becomes points, its symbols are the evidence. */
final class Rspamd implements Scanner {
    // rspamd marks mail from 6 on, as shipped; about one in a hundred of what it marks is wanted.
    private static final double SCORE_OF_ONE_POINT = 3;
    private static final int SYMBOLS_AT_MOST = 6;
    private static final int RECIPIENTS_AT_MOST = 50;
    private static final CharMatcher PRINTABLE = CharMatcher.inRange(' ', '~');

    private final ObjectMapper mapper = new ObjectMapper();
    private final Exchange exchange;

    Rspamd(Exchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public String name() {
        return "rspamd";
    }

    @Override
    public ScanResult scan(IncomingMessage message) throws IOException {
        int length = Math.min(message.source().length, Exchange.LONGEST_MAIL);
        HeadedReply reply = HeadedReply.parse(exchange.replyTo(out -> {
            out.write(head(message.envelope(), length).getBytes(StandardCharsets.US_ASCII));
            out.write(message.source(), 0, length);
        }));
        if (reply.status() != 200) {
            throw new IOException("it says: " + reply.firstLine());
        }
        return opinion(reply.body());
    }

    private static String head(Envelope envelope, int length) {
        List<String> lines = new ArrayList<>();
        lines.add("POST /checkv2 HTTP/1.0");
        envelope.clientAddress().map(InetAddress::getHostAddress).ifPresent(address -> lines.add("IP: " + address));
        envelope.helo().ifPresent(helo -> lines.add("Helo: " + helo));
        envelope.sender().ifPresent(sender -> lines.add("From: " + sender));
        envelope.recipients().stream().limit(RECIPIENTS_AT_MOST).forEach(recipient -> lines.add("Rcpt: " + recipient));
        lines.add("Content-Length: " + length);
        return lines.stream().map(line -> PRINTABLE.retainFrom(line) + "\r\n").collect(Collectors.joining()) + "\r\n";
    }

    private ScanResult opinion(String json) throws IOException {
        try {
            JsonNode answer = mapper.readTree(json);
            if (!answer.path("score").isNumber()) {
                throw new IOException("its answer has no score");
            }
            double score = answer.path("score").doubleValue();
            String symbols = symbols(answer.path("symbols"));
            return new ScanResult.Opinion(
                    Points.of(score / SCORE_OF_ONE_POINT),
                    String.format(Locale.ROOT, "%.1f %s", score, symbols).strip());
        } catch (JsonProcessingException e) {
            throw new IOException("its answer is no JSON", e);
        }
    }

    /** Those that count most. */
    private static String symbols(JsonNode symbols) {
        return symbols.properties().stream()
                .sorted(Comparator.comparingDouble(Rspamd::weight).reversed())
                .limit(SYMBOLS_AT_MOST)
                .map(symbol -> String.format(
                        Locale.ROOT,
                        "%s(%.1f)",
                        symbol.getKey(),
                        symbol.getValue().path("score").asDouble()))
                .collect(Collectors.joining(", "));
    }

    private static double weight(Map.Entry<String, JsonNode> symbol) {
        return Math.abs(symbol.getValue().path("score").asDouble());
    }
}
