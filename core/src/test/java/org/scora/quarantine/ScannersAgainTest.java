package org.scora.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.scora.check.scanner.ScanResult;
import org.scora.check.scanner.Scanner;
import org.scora.message.IncomingMessage;
import org.scora.quarantine.VirusScan.Answer;

class ScannersAgainTest {
    private static final byte[] MAIL = "Subject: x\r\n\r\nx".getBytes(StandardCharsets.US_ASCII);
    private static final Scanner CLEAN = scanner("icap", new ScanResult.Clean());
    private static final Scanner INFECTED = scanner("clamav", new ScanResult.Infected(" Eicar\n"));
    private static final Scanner OPINION = scanner("rspamd", new ScanResult.Opinion(4, "spam"));
    private static final Scanner SILENT = new Scanner() {
        @Override
        public String name() {
            return "spamd";
        }

        @Override
        public ScanResult scan(IncomingMessage message) throws IOException {
            throw new IOException("connection refused");
        }
    };

    @Test
    void whatAnyScannerCallsAVirusIsOne() {
        assertThat(scan(Set.of(), CLEAN, SILENT, INFECTED)).isEqualTo(new Answer.Infected("clamav calls it Eicar"));
    }

    @Test
    void anOpinionAboutSpamKeepsNothingBack() {
        assertThat(scan(Set.of("rspamd"), CLEAN, OPINION)).isEqualTo(new Answer.Clean());
        assertThat(scan(Set.of())).isEqualTo(new Answer.Clean());
    }

    @Test
    void aSilentScannerKeepsItBackOnlyIfItIsRequired() {
        assertThat(scan(Set.of(), SILENT, CLEAN)).isEqualTo(new Answer.Clean());
        assertThat(scan(Set.of("spamd"), SILENT, CLEAN)).isEqualTo(new Answer.Unanswered("spamd does not answer"));
    }

    private static Answer scan(Set<String> required, Scanner... scanners) {
        return new ScannersAgain(List.of(scanners), required).scan(MAIL);
    }

    private static Scanner scanner(String name, ScanResult result) {
        return new Scanner() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public ScanResult scan(IncomingMessage message) {
                return result;
            }
        };
    }
}
