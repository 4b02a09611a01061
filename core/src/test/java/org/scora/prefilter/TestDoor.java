package org.scora.prefilter;

import com.google.common.net.InetAddresses;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.scora.MovableClock;
import org.scora.check.dnslist.ClientLists;
import org.scora.check.dnslist.DnsLists;
import org.scora.check.dnslist.DnsListsFile;
import org.scora.dns.Dns;
import org.scora.dns.PublicSuffixes;
import org.scora.domain.DomainState;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.RecipientPolicy;
import org.scora.domain.Refusal;
import org.scora.domain.RouteHost;
import org.scora.domain.SettingScope.OfDomain;
import org.scora.setting.GatewaySettings;
import org.scora.storage.Database;
import org.scora.storage.DatabaseSettings;

/** A gateway's pre-filters on a real database, for customer.example and other.example. */
final class TestDoor implements AutoCloseable {
    static final String CLIENT = "203.0.113.25";

    final MovableClock clock = new MovableClock(Instant.parse("2026-03-02T09:10:00Z"));
    final Database database;
    final Door door;
    final ClientLists lists;

    private TestDoor(Path home, Dns dns) {
        GatewaySettings settings = GatewaySettings.read(home);
        this.database =
                Database.open(new DatabaseSettings("jdbc:h2:file:" + home.resolve("scora"), "scora", "", 4), clock);
        for (String name : List.of("customer.example", "other.example")) {
            database.protectedDomains()
                    .save(new ProtectedDomain(
                            name,
                            DomainState.ACTIVE,
                            List.of(RouteHost.parse("198.51.100.7", 10)),
                            RecipientPolicy.ANY,
                            List.of()));
        }
        this.lists =
                new DnsLists(DnsListsFile.in(settings.confFolder()), dns, PublicSuffixes.bundled(), clock).ofClients();
        AtomicInteger number = new AtomicInteger();
        this.door = new Door(
                settings,
                new Door.Surroundings(
                        database.protectedDomains(),
                        database.effectiveSettings(),
                        database.journal(),
                        dns,
                        lists,
                        InetAddress::isLoopbackAddress),
                () -> "R" + number.incrementAndGet(),
                clock);
    }

    /** @param properties lines of scora.properties */
    static TestDoor open(Path home, Dns dns, String... properties) throws IOException {
        Files.createDirectories(home.resolve("conf"));
        Files.writeString(
                home.resolve("conf/scora.properties"),
                "hostname=mx.gateway.example\nrefusal.contact=https://gateway.example/refused\n"
                        + String.join("\n", properties));
        return new TestDoor(home, dns);
    }

    void set(String domain, String name, String value) {
        database.storedSettings().set(new OfDomain(domain), name, Optional.of(value));
    }

    /** What is said to a recipient at customer.example; empty when it is taken. */
    String said(Attempt attempt, String recipient) {
        return door.filters()
                .ofRecipient(attempt, recipient, List.of())
                .map(TestDoor::code)
                .orElse("");
    }

    static String code(Refusal refusal) {
        return refusal.code() + " " + refusal.enhancedCode();
    }

    static Attempt from(String sender) {
        return attempt(CLIENT, "mail.sender.example", sender, OptionalLong.empty());
    }

    static Attempt greeting(String client, String helo) {
        return attempt(client, helo, "", OptionalLong.empty());
    }

    static Attempt attempt(String client, String helo, String sender, OptionalLong size) {
        return new Attempt(
                Optional.of(InetAddresses.forString(client)),
                Optional.of(helo),
                Optional.of(sender).filter(address -> !address.isEmpty()),
                size);
    }

    @Override
    public void close() {
        door.close();
        database.close();
    }
}
