package org.scora.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.scora.check.dnslist.DnsListsFile;
import org.scora.check.scanner.ScanResult;
import org.scora.check.scanner.Scanner;
import org.scora.dns.Dns;
import org.scora.dns.PublicSuffixes;
import org.scora.dns.ZoneFileDns;
import org.scora.learn.Opinion;
import org.scora.message.IncomingMessage;
import org.scora.score.Finding;
import org.scora.score.Weight;
import org.scora.score.Weights;

/** Every shipped check against the mails in its folder, and the rules that shipped findings keep. */
class GoldenMailTest {
    /** What {@link SecondLook}s find: it stands in no mail. Their own tests make them find it. */
    private static final Set<String> TOLD_BY_THE_DATABASE = Set.of("KNOWN_CORRESPONDENT", "KNOWN_FORWARDER");

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);
    private static final CheckSettings SETTINGS = new CheckSettings(
            "mx.gateway.example",
            Set.of("lists.example"),
            DnsListsFile.in(GoldenMail.FOLDER.resolve("dns-lists")),
            List.of(new ToldScanner()),
            Set.of());

    @TestFactory
    Stream<DynamicContainer> aCheckFindsInItsMailsWhatIsExpected() {
        return GoldenMail.folders().stream()
                .map(folder -> DynamicContainer.dynamicContainer(
                        folder.getFileName().toString(),
                        GoldenMail.in(folder).stream().map(this::test)));
    }

    @TestFactory
    Stream<DynamicTest> aShippedFindingHasAWeightAMailThatFiresItAndOneThatMustNot() {
        return checks(ZoneFileDns.parse("no names", ""))
                .flatMap(check -> check.findings().stream().map(name -> completeness(check, name)));
    }

    @Test
    void everyWeightIsOfAShippedFinding() {
        Set<String> shipped = checks(ZoneFileDns.parse("no names", ""))
                .flatMap(check -> check.findings().stream())
                .collect(Collectors.toSet());
        assertThat(Weights.shipped().all())
                .extracting(Weight::name)
                .filteredOn(name -> !name.equals(Weights.PRIOR) && !TOLD_BY_THE_DATABASE.contains(name))
                .hasSameElementsAs(shipped);
    }

    private DynamicTest test(GoldenMail mail) {
        return DynamicTest.dynamicTest(
                mail.file().getFileName().toString(), mail.file().toUri(), () -> {
                    Check check = checks(mail.dns())
                            .filter(candidate -> candidate.name().equals(mail.checkName()))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError("no check is named " + mail.checkName()));
                    CheckResult result = check.examine(mail.read());
                    assertThat(names(result)).as("%s", result).isEqualTo(mail.expected());
                    assertThat(check.findings())
                            .containsAll(names(result).stream()
                                    .filter(name -> !name.equals("unknown"))
                                    .toList());
                });
    }

    private static DynamicTest completeness(Check check, String name) {
        return DynamicTest.dynamicTest(name, () -> {
            assertThat(Weights.shipped().of(name))
                    .as("its weight, with a sentence")
                    .isPresent();
            List<List<String>> expectations = GoldenMail.in(GoldenMail.FOLDER.resolve(check.name())).stream()
                    .map(GoldenMail::expected)
                    .toList();
            assertThat(expectations).as("a mail that fires it").anyMatch(found -> found.contains(name));
            assertThat(expectations).as("a mail that must not fire it").anyMatch(found -> !found.contains(name));
        });
    }

    private static List<String> names(CheckResult result) {
        if (result instanceof CheckResult.Found found) {
            return found.findings().stream().map(Finding::name).sorted().toList();
        }
        if (result instanceof CheckResult.Partial partial) {
            return Stream.concat(partial.findings().stream().map(Finding::name), Stream.of("unknown"))
                    .sorted()
                    .toList();
        }
        if (result instanceof CheckResult.Authenticated sender) {
            return Stream.concat(
                            sender.findings().stream().map(Finding::name),
                            sender.undecided().map(reason -> "unknown").stream())
                    .sorted()
                    .toList();
        }
        return result instanceof CheckResult.Unknown ? List.of("unknown") : List.of();
    }

    private static Stream<Check> checks(Dns dns) {
        return ShippedChecks.all(dns, GoldenMailTest::opinion, SETTINGS, PublicSuffixes.bundled(), NOW).stream();
    }

    // Instead of a learner that would have to be taught: the mail says itself what the opinion is.
    private static Opinion opinion(IncomingMessage message) {
        double taughtHere = said(message, "X-Taught");
        return new Opinion(said(message, "X-Opinion"), 1, List.of(), new Opinion.Taught(taughtHere, 1, List.of()));
    }

    private static double said(IncomingMessage message, String header) {
        return message.header(header).map(Double::valueOf).orElse(0.0);
    }

    /** Instead of a server: the mail says itself what the scanner says of it. */
    private static final class ToldScanner implements Scanner {
        @Override
        public String name() {
            return "scanner";
        }

        @Override
        public ScanResult scan(IncomingMessage message) throws IOException {
            if (message.header("X-Scanner-Fails").isPresent()) {
                throw new IOException("no answer within 4000 ms");
            }
            return message.header("X-Virus")
                    .<ScanResult>map(ScanResult.Infected::new)
                    .or(() -> message.header("X-Points")
                            .map(points -> new ScanResult.Opinion(Double.parseDouble(points), "told so")))
                    .orElseGet(ScanResult.Clean::new);
        }
    }
}
