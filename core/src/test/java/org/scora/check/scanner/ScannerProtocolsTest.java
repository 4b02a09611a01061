package org.scora.check.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bridges against what the real servers said, word for word. */
class ScannerProtocolsTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @Test
    void clamAvNamesTheVirus() throws Exception {
        assertThat(scan("clamav-virus")).isEqualTo(new ScanResult.Infected("Scora.Test.UNOFFICIAL"));
        assertThat(scan("clamav-clean")).isEqualTo(new ScanResult.Clean());
    }

    @Test
    void icapNamesTheVirusWhenTheServerDoes() throws Exception {
        assertThat(scan("icap-virus")).isEqualTo(new ScanResult.Infected("Scora.Test.UNOFFICIAL"));
        assertThat(scan("icap-refusal")).isInstanceOf(ScanResult.Infected.class);
        assertThat(scan("icap-clean")).isEqualTo(new ScanResult.Clean());
        assertThat(scan("icap-unchanged")).isEqualTo(new ScanResult.Clean());
    }

    @Test
    void rspamdsScoreBecomesPointsAndItsSymbolsTheEvidence() throws Exception {
        ScanResult.Opinion letter = (ScanResult.Opinion) scan("rspamd-letter");
        assertThat(letter.points()).isCloseTo(8.3 / 3, within(0.01));
        assertThat(letter.evidence()).startsWith("8.3 HFILTER_HOSTNAME_UNKNOWN(2.5), ");
        assertThat(scan("rspamd-gtube")).isEqualTo(new ScanResult.Opinion(4, "15.0 GTUBE(0.0)"));
    }

    @Test
    void spamdsScoreBecomesPointsAndItsRulesTheEvidence() throws Exception {
        assertThat(scan("spamd-gtube"))
                .isEqualTo(new ScanResult.Opinion(4, "1000.0 of 5.0 GTUBE, NO_RECEIVED, NO_RELAYS"));
        assertThat(((ScanResult.Opinion) scan("spamd-letter")).points()).isCloseTo(0, within(0.01));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clamav-too-large  | it says: INSTREAM size limit exceeded. ERROR",
                "clamav-nothing    | it says nothing",
                "rspamd-busy       | it says: HTTP/1.0 503 Service Unavailable",
                "rspamd-no-json    | its answer is no JSON",
                "rspamd-no-score   | its answer has no score",
                "rspamd-breaks-off | its answer breaks off",
                "spamd-timeout     | it says: SPAMD/1.1 79 Timeout: (30 second timeout while trying to SYMBOLS)",
                "spamd-no-score    | its answer has no score",
                "icap-no-service   | it says: ICAP/1.0 404 ICAP Service not found",
            })
    void whatIsNoAnswerIsAFailureInTheServersWords(String dialogue, String message) {
        assertThatThrownBy(() -> scan(dialogue)).isInstanceOf(IOException.class).hasMessage(message);
    }

    private static ScanResult scan(String name) throws IOException {
        Dialogue dialogue = Dialogue.read(name);
        try (DialogueServer server = DialogueServer.of(dialogue)) {
            try {
                return scanner(name)
                        .apply(new Exchange(server.address(), TIMEOUT))
                        .scan(dialogue.message());
            } finally {
                server.assertHeard(dialogue);
            }
        }
    }

    private static Function<Exchange, Scanner> scanner(String dialogue) {
        return switch (dialogue.substring(0, dialogue.indexOf('-'))) {
            case "clamav" -> ClamAv::new;
            case "rspamd" -> Rspamd::new;
            case "spamd" -> Spamd::new;
            case "icap" -> exchange -> new Icap(exchange, "avscan", "127.0.0.1:1344");
            default -> throw new IllegalArgumentException(dialogue);
        };
    }
}
