package org.scora.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.InetAddresses;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scora.domain.UnknownRecipients;
import org.scora.message.Authentication;
import org.scora.message.Authentication.Result;
import org.scora.message.Authentication.Signature;
import org.scora.message.Envelope;
import org.scora.policy.ListEntry.Kind;

class SenderPolicyTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String RECIPIENT = "ann@example.com";

    @ParameterizedTest
    @CsvSource({
        "joe@partner.example, joe@partner.example",
        "joe@partner.example, JOE@Partner.EXAMPLE",
        "partner.example, joe@partner.example",
        "partner.example, joe@partner.example.",
        "partner.example, joe@mail.PARTNER.example",
        "partner.example, joe@a.b.c.partner.example",
        "xn--bcher-kva.example, joe@bücher.example"
    })
    void aSenderIsBlockedByAddressDomainAndParentDomain(String pattern, String address) {
        assertThat(blocked(pattern, fromEnvelope(address))).isTrue();
        assertThat(blocked(pattern, fromHeader(address))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "partner.example, joe@evilpartner.example",
        "partner.example, joe@partner.example.evil.example",
        "partner.example, partner.example@evil.example",
        "partner.example, joe@example",
        "mail.partner.example, joe@partner.example",
        "joe@partner.example, joey@partner.example",
        "joe@partner.example, joe@mail.partner.example",
        "joe@partner.example, 'joe@partner.example <evil@evil.example>'",
        "joe@partner.example, x-joe@partner.example",
        "partner.example, 'joe@evil.example, x@partner.example >'",
        "partner.example, no address",
        "192.0.2.1, joe@192.0.2.1"
    })
    void nothingThatOnlyLooksAlikeMatches(String pattern, String address) {
        assertThat(blocked(pattern, fromEnvelope(address))).isFalse();
        assertThat(blocked(pattern, fromHeader(address))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1, true",
        "192.0.2.1, 192.0.2.10, false",
        "192.0.2.0/25, 192.0.2.127, true",
        "192.0.2.0/25, 192.0.2.128, false",
        "192.0.2.1/32, 192.0.2.1, true",
        "2001:db8::1, 2001:db8:0::1, true",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "192.0.2.0/24, ::ffff:192.0.2.9, true",
        "192.0.2.0/24, ::192.0.2.9, false",
        "c000:200::/24, 192.0.2.0, false"
    })
    void aConnectionMatchesAddressesAndNetworks(String pattern, String client, boolean matches) {
        Sender sender = new Sender(Optional.of(InetAddresses.forString(client)), List.of(), Authentication.none());

        assertThat(blocked(pattern, sender)).isEqualTo(matches);
        assertThat(allowed(pattern, sender)).isEqualTo(matches);
    }

    @Test
    void whoProvesNothingIsNotAllowed() {
        assertThat(allowed("partner.example", fromEnvelope("joe@partner.example")))
                .isFalse();
        assertThat(allowed("partner.example", fromHeader("joe@partner.example")))
                .isFalse();
    }

    @Test
    void whoProvesNothingIsAllowedByAnEntryThatSaysSo() {
        ListEntry entry = new ListEntry(Kind.ALLOW, "example.com", "partner.example", true, Optional.empty(), "");

        assertThat(policy(entry).senderIsAllowed(fromHeader("joe@partner.example"), RECIPIENT))
                .isTrue();
    }

    @Test
    void aDomainIsProvenBySpfOfTheEnvelope() {
        Sender sender = sender("joe@partner.example", List.of(), spf("partner.example"));

        assertThat(allowed("partner.example", sender)).isTrue();
        assertThat(allowed("joe@partner.example", sender)).isTrue();
    }

    @Test
    void aDomainIsProvenByItsSignatureOrThatOfTheDomainInTheEntry() {
        assertThat(allowed("partner.example", sender(null, List.of("joe@partner.example"), dkim("partner.example"))))
                .isTrue();
        assertThat(allowed("partner.example", sender("x@mail.partner.example", List.of(), dkim("partner.example"))))
                .isTrue();
    }

    @Test
    void anotherDomainsProofDoesNotCount() {
        Authentication evil = spf("evil.example");

        assertThat(allowed("partner.example", sender("x@evil.example", List.of("joe@partner.example"), evil)))
                .isFalse();
        assertThat(allowed("partner.example", sender("joe@partner.example", List.of(), dkim("evilpartner.example"))))
                .isFalse();
        assertThat(allowed("partner.example", sender("joe@partner.example", List.of(), dkim("example"))))
                .isFalse();
    }

    @Test
    void alignmentProvesTheDomainInFromAndNoOther() {
        Authentication aligned = new Authentication(
                Result.NONE, Optional.empty(), List.of(), Result.PASS, Optional.of("news.partner.example"), true);

        assertThat(allowed("partner.example", sender(null, List.of("joe@news.partner.example"), aligned)))
                .isTrue();
        assertThat(allowed("partner.example", sender("joe@partner.example", List.of("x@evil.example"), aligned)))
                .isFalse();
    }

    @Test
    void aProvenAddressAmongSeveralInFromIsOnlyCountedForItself() {
        Sender sender = sender("x@evil.example", List.of("x@evil.example", "joe@partner.example"), spf("evil.example"));

        assertThat(allowed("partner.example", sender)).isFalse();
        assertThat(allowed("evil.example", sender)).isTrue();
    }

    @Test
    void entriesOfOtherDomainsDoNotCount() {
        ListEntry entry = new ListEntry(Kind.BLOCK, "example.org", "partner.example", false, Optional.empty(), "");
        Sender sender = fromEnvelope("joe@partner.example");

        assertThat(policy(entry).senderIsBlocked(sender, RECIPIENT)).isFalse();
        assertThat(policy(entry).senderIsBlocked(sender, "bob@EXAMPLE.org.")).isTrue();
        assertThat(policy(entry).senderIsBlocked(sender, "no address")).isFalse();
    }

    @Test
    void anEntryHoldsUntilItExpires() {
        assertThat(blockedUntil(NOW.plusNanos(1))).isTrue();
        assertThat(blockedUntil(NOW)).isFalse();
        assertThat(blockedUntil(NOW.minusSeconds(1))).isFalse();
    }

    @Test
    void anAllowEntryDoesNotBlockAndABlockEntryDoesNotAllow() {
        Sender sender = sender("joe@partner.example", List.of(), spf("partner.example"));

        assertThat(policy(entry(Kind.ALLOW, "partner.example")).senderIsBlocked(sender, RECIPIENT))
                .isFalse();
        assertThat(policy(entry(Kind.BLOCK, "partner.example")).senderIsAllowed(sender, RECIPIENT))
                .isFalse();
    }

    @Test
    void thousandsOfAddressesInFromAreBounded() {
        List<String> many =
                Stream.generate(() -> "x@evil.example").limit(100_000).collect(Collectors.toList());

        Sender sender = Sender.of(
                new Envelope(Optional.empty(), Optional.empty(), Optional.of("joe@partner.example"), List.of()),
                many,
                Authentication.none());

        assertThat(sender.addresses()).hasSize(50).startsWith("joe@partner.example");
    }

    private static boolean blockedUntil(Instant expires) {
        ListEntry entry = new ListEntry(Kind.BLOCK, "example.com", "partner.example", false, Optional.of(expires), "");
        return policy(entry).senderIsBlocked(fromEnvelope("joe@partner.example"), RECIPIENT);
    }

    private static boolean blocked(String pattern, Sender sender) {
        return policy(entry(Kind.BLOCK, pattern)).senderIsBlocked(sender, RECIPIENT);
    }

    private static boolean allowed(String pattern, Sender sender) {
        return policy(entry(Kind.ALLOW, pattern)).senderIsAllowed(sender, RECIPIENT);
    }

    private static SenderPolicy policy(ListEntry... entries) {
        RecipientLists lists = new RecipientLists(new ListsInMemory(List.of(entries)), UnknownRecipients.create());
        return new SenderPolicy(lists, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static ListEntry entry(Kind kind, String pattern) {
        return new ListEntry(kind, "example.com", pattern, false, Optional.empty(), "");
    }

    private static Sender fromEnvelope(String address) {
        return new Sender(Optional.empty(), List.of(address), Authentication.none());
    }

    private static Sender fromHeader(String address) {
        return sender(null, List.of(address), Authentication.none());
    }

    private static Sender sender(
            @Nullable String envelopeSender, List<String> fromAddresses, Authentication authentication) {
        Envelope envelope =
                new Envelope(Optional.empty(), Optional.empty(), Optional.ofNullable(envelopeSender), List.of());
        return Sender.of(envelope, fromAddresses, authentication);
    }

    private static Authentication spf(String domain) {
        return new Authentication(Result.PASS, Optional.of(domain), List.of(), Result.NONE, Optional.empty(), false);
    }

    private static Authentication dkim(String domain) {
        return new Authentication(
                Result.FAIL,
                Optional.of("partner.example"),
                List.of(new Signature(Result.FAIL, "partner.example", "s"), new Signature(Result.PASS, domain, "s")),
                Result.NONE,
                Optional.empty(),
                false);
    }
}
