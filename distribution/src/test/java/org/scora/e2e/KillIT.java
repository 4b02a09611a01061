package org.scora.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.demo.SmtpClient;

/**
 * Kills the gateway under load, again and again: what it answered 250 is delivered or held, whenever it died. A mail that
 * was in work at three kills may be kept for the operator, since the gateway takes it for the reason.
 */
class KillIT {
    private static final int KILLS = 6;
    private static final int SENDERS = 4;
    private static final long SEED = 20261124;
    private static final Duration ALL_ARRIVED = Duration.ofMinutes(2);

    private final AtomicInteger number = new AtomicInteger();
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();

    @TempDir
    Path folder;

    @Test
    void whatWasAnswered250IsDeliveredOrHeldAfterAnyKill() throws Exception {
        Random random = new Random(SEED);
        try (TestGateway gateway = TestGateway.prepare(folder, "$ORIGIN example.\n")) {
            gateway.start();
            gateway.scora("domain", "add", "example.com", "--route", gateway.sinkRoute(), "--accept-any");
            for (int kill = 0; kill < KILLS; kill++) {
                loadThenKill(gateway, random);
                gateway.start();
            }
            awaitAll(gateway);
        }
    }

    private void loadThenKill(TestGateway gateway, Random random) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        int enough = accepted.size() + 20 + random.nextInt(60);
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        for (int i = 0; i < SENDERS; i++) {
            senders.execute(() -> sendUntil(over, gateway));
        }
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> accepted.size() >= enough);
        gateway.kill();
        over.set(true);
        senders.shutdown();
        assertThat(senders.awaitTermination(90, TimeUnit.SECONDS)).isTrue();
    }

    private void sendUntil(AtomicBoolean over, TestGateway gateway) {
        while (!over.get()) {
            try (SmtpClient client = gateway.client()) {
                while (!over.get()) {
                    String recipient = "m" + number.incrementAndGet() + "@example.com";
                    if (client.send("sender@partner.example", recipient, message(recipient))
                            .positive()) {
                        accepted.add(recipient);
                    }
                }
            } catch (IOException e) {
                // The gateway is dead or dying, which is the point.
            }
        }
    }

    /** Every fourth is held. */
    private static byte[] message(String recipient) {
        boolean spam = recipient.hashCode() % 4 == 0;
        String gtube = spam ? "XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X\r\n" : "";
        return ("From: Sender <sender@partner.example>\r\nTo: " + recipient + "\r\nSubject: Number " + recipient
                        + "\r\nDate: Tue, 24 Nov 2026 08:00:00 +0000\r\nMessage-ID: <" + recipient
                        + ".test>\r\n\r\nHello\r\n" + gtube)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private void awaitAll(TestGateway gateway) {
        List<String> missing = new ArrayList<>(accepted);
        Set<String> kept = new HashSet<>();
        Awaitility.await()
                .atMost(ALL_ARRIVED)
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> {
                    missing.removeIf(recipient -> gateway.sink().countFor(recipient) > 0);
                    if (!missing.isEmpty()) {
                        String held = gateway.scora("quarantine", "list", "--limit", "1000", "--json");
                        missing.removeIf(recipient -> held.contains("\"" + recipient + "\""));
                        missing.removeIf(
                                recipient -> gateway.outcome(recipient).startsWith("FAILED") && kept.add(recipient));
                    }
                    System.out.println("MISSING "
                            + missing.stream()
                                    .limit(5)
                                    .map(r -> r + gateway.outcome(r))
                                    .toList() + gateway.log());
                    return missing.isEmpty();
                });
        int copies = accepted.stream().mapToInt(gateway.sink()::countFor).sum();
        long delivered = accepted.stream()
                .filter(recipient -> gateway.sink().countFor(recipient) > 0)
                .count();
        System.out.printf(
                "%d kills, %d answered 250, %d delivered, %d held, %d kept for the operator, 0 lost,"
                        + " %d delivered more than once%n",
                KILLS,
                accepted.size(),
                delivered,
                accepted.size() - delivered - kept.size(),
                kept.size(),
                copies - delivered);
        assertThat(kept).as("kept for the operator").hasSizeLessThanOrEqualTo(1);
        assertThat(copies - delivered).as("duplicates").isLessThanOrEqualTo((long) KILLS * SENDERS * 2);
    }
}
