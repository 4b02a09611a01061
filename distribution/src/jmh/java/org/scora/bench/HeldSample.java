package org.scora.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.scora.message.Authentication;
import org.scora.quarantine.HeldFacts;
import org.scora.quarantine.HeldMessage;
import org.scora.score.Category;

/** Held messages of many users, the same ones each time. */
final class HeldSample {
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    static final int DAYS = 30;
    static final int DOMAINS = 100;
    static final int USERS = 50;

    private static final List<String> WORDS = List.of(
            "invoice",
            "order",
            "your",
            "account",
            "delivery",
            "meeting",
            "offer",
            "urgent",
            "report",
            "payment",
            "newsletter",
            "password",
            "parcel",
            "update",
            "security",
            "win",
            "free",
            "price",
            "document",
            "reminder");
    private static final List<String> FINDINGS = List.of(
            "LINK_MISMATCH", "FROM_LOOKALIKE", "SPF_FAIL", "DNS_LISTED", "SUBJECT_TRICKS", "NO_DATE", "HTML_ONLY");

    private HeldSample() {}

    /** How the key of one of so many begins; later ones sort behind it. */
    static String keyBegin(int n, int of) {
        return "Mail" + heldAt(n, of).toEpochMilli();
    }

    private static Instant heldAt(int n, int of) {
        return NOW.minus(Duration.ofDays(DAYS + 1).multipliedBy(of - n).dividedBy(of));
    }

    /** One of so many, which are spread evenly over the time. */
    static HeldMessage message(int n, int of) {
        Random own = new Random(n);
        Instant heldAt = heldAt(n, of);
        String domain = "d" + own.nextInt(DOMAINS) + ".example";
        String sender = "news@shop" + own.nextInt(500) + ".example";
        String subject = word(own) + " " + word(own) + " " + word(own) + " nr" + n;
        Category category = own.nextInt(100) == 0 ? Category.VIRUS : Category.SPAM;
        return new HeldMessage(
                        keyBegin(n, of) + "-" + n,
                        String.format("%04X-%04X-%04X", n >>> 16, n & 0xffff, own.nextInt(0x10000)),
                        Optional.of("bounce" + n + "@out.example"),
                        List.of("user" + own.nextInt(USERS) + "@" + domain),
                        subject,
                        own.nextDouble() * 8,
                        category,
                        "the score reaches 3.0 (normal), from which spam is quarantined",
                        heldAt,
                        10_000,
                        "{\"attributes\":\"" + "x".repeat(1500) + "\"}",
                        Optional.empty())
                .withFacts(new HeldFacts(
                        Optional.of("<" + n + "@shop.example>"),
                        List.of(sender),
                        List.of(FINDINGS.get(own.nextInt(7)), FINDINGS.get(own.nextInt(7))),
                        Authentication.none()));
    }

    private static String word(Random own) {
        return WORDS.get(own.nextInt(WORDS.size()));
    }
}
