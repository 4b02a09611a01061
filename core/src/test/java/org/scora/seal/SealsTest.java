package org.scora.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scora.MovableClock;
import org.scora.seal.SealVerdict.State;

class SealsTest {
    private static final String MAIL = "Received: by x\r\nSubject: Gr\u00fc\u00dfe\r\n\r\nHello\r\n";
    private static final Optional<String> RECEIPT = Optional.of("4QX7-M2DA-9KTW");
    private static final Duration WEEK = Duration.ofDays(7);

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-24T08:00:00.700Z"));
    private Seals seals;

    @BeforeEach
    void makeSecret() {
        seals = Seals.createOrRead(folder.resolve("var/seal-secret"), new SecureRandom(), clock);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private String sealed(String mail) {
        return text(seals.seal(bytes(mail), RECEIPT, "Example.com"));
    }

    private State state(String mail) {
        return seals.verdictOn(bytes(mail), Optional.of("example.com"), WEEK).state();
    }

    @Test
    void theSealStandsInFrontAndEveryOtherByteStays() {
        String sealed = sealed(MAIL);
        assertThat(sealed).endsWith("\r\n" + MAIL);
        String field = sealed.substring(0, sealed.length() - MAIL.length());
        assertThat(field.replace("\r\n", "").replaceAll(" +", " "))
                .matches(
                        "X-Scora-Seal: v=1; t=1795507200; r=4QX7-M2DA-9KTW; d=example.com; k=[0-9a-f]{18}; s=[0-9a-f]{64}");
        assertThat(field.split("\r\n")).allSatisfy(line -> assertThat(line).hasSizeLessThan(79));
    }

    @Test
    void aSealThatWasMadeHereIsGenuineAlsoWhenOthersFoldItAnew() {
        String sealed = sealed(MAIL);
        assertThat(state(sealed)).isEqualTo(State.GENUINE);
        assertThat(state("Received: by y\r\n" + sealed.replaceFirst("; d=", ";\r\n\td=")))
                .isEqualTo(State.GENUINE);
        assertThat(seals.verdictOn(bytes(sealed), Optional.empty(), WEEK)
                        .seal()
                        .orElseThrow()
                        .receipt())
                .isEqualTo("4QX7-M2DA-9KTW");
    }

    @Test
    void aMailWithoutASealWentAround() {
        assertThat(state(MAIL)).isEqualTo(State.MISSING);
        assertThat(state("Subject: x\r\n\r\nX-Scora-Seal: v=1\r\n")).isEqualTo(State.MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"t=1", "r=4", "d=example.c", "k=", "s="})
    void aSealOfWhichAnythingWasAlteredIsForged(String place) {
        String sealed = sealed(MAIL).replace("\r\n ", " ");
        int at = sealed.indexOf(place) + place.length();
        char other = sealed.charAt(at) == '7' ? '8' : '7';
        assertThat(state(sealed.substring(0, at) + other + sealed.substring(at + 1)))
                .isEqualTo(State.FORGED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yes",
                "v=1; t=1; r=x; d=example.com; k=x; s=x; s=x",
                "v=2; t=1; r=x; d=example.com; k=x; s=x",
                "v=1; t=99999999999999999999; r=x; d=example.com; k=x; s=x",
                "v=1; t=9223372036854775807; r=x; d=example.com; k=x; s=x"
            })
    void whatIsNoSealIsForged(String value) {
        assertThat(state("X-Scora-Seal: " + value + "\r\n" + MAIL)).isEqualTo(State.FORGED);
    }

    @Test
    void twoSealsAreForgedSinceTheRelayLeavesOne() {
        String sealed = sealed(MAIL);
        String field = sealed.substring(0, sealed.length() - MAIL.length());
        assertThat(state(field + sealed)).isEqualTo(State.FORGED);
    }

    @Test
    void aSealThatCameInIsReplaced() {
        String again = sealed("x-scora-seal : v=1; forged\r\n\tmore\r\n" + MAIL);
        assertThat(again).endsWith("\r\n" + MAIL).doesNotContain("forged");
        assertThat(state(again)).isEqualTo(State.GENUINE);
    }

    @Test
    void aSealIsOldAfterAWhile() {
        String sealed = sealed(MAIL);
        clock.forward(WEEK.minusSeconds(1));
        assertThat(state(sealed)).isEqualTo(State.GENUINE);
        clock.forward(Duration.ofSeconds(2));
        assertThat(state(sealed)).isEqualTo(State.OLD);
        clock.forward(Duration.ofDays(-8));
        assertThat(state(sealed)).isEqualTo(State.OLD);
    }

    @Test
    void aSealForAnotherDomainIsToldSo() {
        assertThat(state(text(seals.seal(bytes(MAIL), RECEIPT, "example.org")))).isEqualTo(State.OTHER_DOMAIN);
    }

    @Test
    void keysAreOfOneDomainAndOfOneSecret() {
        Seals others = Seals.createOrRead(folder.resolve("other"), new SecureRandom(), clock);
        assertThat(seals.keyOf("EXAMPLE.com").hex())
                .isEqualTo(seals.keyOf("example.com").hex())
                .hasSize(64);
        assertThat(seals.keyOf("example.com").hex())
                .isNotEqualTo(seals.keyOf("example.org").hex());
        assertThat(seals.keyOf("example.com").hex())
                .isNotEqualTo(others.keyOf("example.com").hex());
        assertThat(state(text(others.seal(bytes(MAIL), RECEIPT, "example.com"))))
                .isEqualTo(State.FORGED);
        assertThat(seals.keyOf("example.com").hex())
                .doesNotContain(seals.keyOf("example.com").token());
    }

    @Test
    void theSecretIsTheServersUsersAlone() throws IOException {
        Path file = folder.resolve("var/seal-secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder.resolve("var"))) {
            assertThat(files).containsExactly(file);
        }
        Seals again = Seals.createOrRead(file, new SecureRandom(), clock);
        assertThat(again.keyOf("example.com").hex())
                .isEqualTo(seals.keyOf("example.com").hex());
        assertThat(Seals.read(folder.resolve("nowhere"), clock)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "xyz!", "00ff"})
    void aFileThatHoldsNoSecretIsNotUsed(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("broken"), content);
        assertThatThrownBy(() -> Seals.read(file, clock))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("is no secret");
    }

    @Test
    void theSignatureIsWhatOthersReckonFromTheKey() {
        Seal seal = Seal.parse(sealed(MAIL)
                        .replace("\r\n ", " ")
                        .lines()
                        .findFirst()
                        .orElseThrow()
                        .substring("X-Scora-Seal: ".length()))
                .orElseThrow();
        assertThat(seals.keyOf("example.com").sign("v=1;t=1795507200;r=4QX7-M2DA-9KTW;d=example.com;k=" + seal.token()))
                .isEqualTo(seal.signature());
    }
}
