package org.scora.prefilter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.dns.ZoneFileDns;
import org.scora.journal.JournalLine;
import org.scora.journal.Outcome;
import org.scora.journal.Passage;
import org.scora.policy.Disposition;
import org.scora.score.Category;

class ListWatchTest {
    private static final String BOB = "bob@customer.example";

    @TempDir
    private Path home;

    @Test
    void aListThatHasTooManyGoodClientsIsLeftOutUntilItHasFew() throws Exception {
        try (TestDoor gateway = open()) {
            ListWatch watch = watch(gateway);
            receiveWantedMail(gateway, 1, 20);
            watch.look();
            assertThat(gateway.said(TestDoor.greeting("198.51.100.1", "x"), BOB))
                    .isEqualTo("550 5.7.1");

            receiveWantedMail(gateway, 21, 3);
            watch.look();
            assertThat(gateway.lists.leftOut()).containsOnlyKeys("bl.example");
            assertThat(gateway.lists.leftOut().get("bl.example"))
                    .isEqualTo("it has 3 of 23 clients that sent wanted mail of late");

            receiveWantedMail(gateway, 30, 30);
            watch.look();
            assertThat(gateway.lists.leftOut()).isEmpty();
        }
    }

    @Test
    void whatIsLeftOutRefusesNobody() throws Exception {
        try (TestDoor gateway = open()) {
            receiveWantedMail(gateway, 15, 10);
            watch(gateway).look();
            assertThat(gateway.said(TestDoor.greeting("198.51.100.1", "x"), BOB))
                    .isEmpty();
        }
    }

    @Test
    void fewClientsSayNothingOfAList() throws Exception {
        try (TestDoor gateway = open()) {
            receiveWantedMail(gateway, 21, ListWatch.LEAST_CLIENTS - 1);
            watch(gateway).look();
            assertThat(gateway.lists.leftOut()).isEmpty();
        }
    }

    /** Lists a spammer, and 203.0.113.21 to .29, who are good. */
    private TestDoor open() throws Exception {
        Files.createDirectories(home.resolve("conf"));
        Files.writeString(home.resolve("conf/dnslists.tsv"), """
                zone	asks	answers	points	listed	meaning
                bl.example	client	127.0.0.2	2	standard	a known source of spam
                """);
        StringBuilder zone =
                new StringBuilder("2.0.0.127.bl.example. A 127.0.0.2\n1.100.51.198.bl.example. A 127.0.0.2\n");
        for (int host = 21; host <= 29; host++) {
            zone.append(host).append(".113.0.203.bl.example. A 127.0.0.2\n");
        }
        TestDoor gateway = TestDoor.open(home, ZoneFileDns.parse("zone", zone.toString()));
        gateway.set("customer.example", "refuseDnsListed", "bl.example");
        return gateway;
    }

    private static ListWatch watch(TestDoor gateway) {
        return new ListWatch(gateway.lists, gateway.database.journal(), gateway.clock, () -> {});
    }

    private static void receiveWantedMail(TestDoor gateway, int firstHost, int clients) {
        gateway.database
                .journal()
                .record(IntStream.range(firstHost, firstHost + clients)
                        .mapToObj(host -> wanted(gateway, "203.0.113." + host))
                        .toList());
    }

    private static JournalLine wanted(TestDoor gateway, String client) {
        return new JournalLine(
                client,
                gateway.clock.instant(),
                Optional.of(client),
                Optional.empty(),
                BOB,
                "",
                1,
                List.of(),
                -3,
                Category.SPAM,
                Disposition.NORMAL,
                "",
                Outcome.DELIVERED,
                "",
                Optional.empty(),
                Passage.UNKNOWN);
    }
}
