package org.scora.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminTokenTest {
    private final SecureRandom random = new SecureRandom();

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("var").resolve("admin.token");
    }

    @Test
    void firstStartMakesATokenThatOnlyTheServersUserCanRead() throws IOException {
        AdminToken token = AdminToken.createOrRead(file(), random);
        assertThat(token.secret()).matches("[0-9a-f]{64}");
        assertThat(Files.getPosixFilePermissions(file())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void laterStartsKeepTheToken() {
        String first = AdminToken.createOrRead(file(), random).secret();
        assertThat(AdminToken.createOrRead(file(), random).secret()).isEqualTo(first);
        assertThat(AdminToken.read(file())).get().extracting(AdminToken::secret).isEqualTo(first);
    }

    @Test
    void everyServerHasItsOwn() {
        String here = AdminToken.createOrRead(file(), random).secret();
        assertThat(AdminToken.createOrRead(folder.resolve("other.token"), random)
                        .secret())
                .isNotEqualTo(here);
    }

    @Test
    void onlyTheWholeSecretMatches() {
        AdminToken token = AdminToken.createOrRead(file(), random);
        String secret = token.secret();
        assertThat(token.matches(secret)).isTrue();
        assertThat(token.matches(secret.substring(1))).isFalse();
        assertThat(token.matches(secret + "0")).isFalse();
        assertThat(token.matches(secret.toUpperCase() + " ")).isFalse();
        assertThat(token.matches("")).isFalse();
    }

    @Test
    void emptyFileLetsNobodyIn() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "\n");
        assertThatThrownBy(() -> AdminToken.read(file()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("has to have 64 hexadecimal digits");
    }

    @Test
    void lineEndThatAnEditorAddedDoesNotCount() throws IOException {
        AdminToken token = AdminToken.createOrRead(file(), random);
        Files.writeString(file(), token.secret() + "\n");
        assertThat(AdminToken.read(file()).orElseThrow().matches(token.secret()))
                .isTrue();
    }

    @Test
    void whereNoServerHasRunThereIsNoToken() {
        assertThat(AdminToken.read(file())).isEmpty();
    }

    @Test
    void whatCanNotBeReadIsAnError() throws IOException {
        Files.createDirectories(file());
        assertThatThrownBy(() -> AdminToken.read(file())).isInstanceOf(UncheckedIOException.class);
    }
}
