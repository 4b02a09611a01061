package org.scora.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.console.TestGateway;

class DomainSettingsCommandsTest {
    private static TestGateway gateway;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start(@TempDir Path home) {
        gateway = new TestGateway(home);
    }

    @BeforeEach
    void protectOneDomain() {
        gateway.forgetAll();
        gateway.protect("example.com");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static Ran scora(String words) {
        return Ran.scora(gateway.home, words.split(" "));
    }

    private static String works(String words) {
        Ran ran = scora(words);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exitCode()).isZero();
        return ran.out();
    }

    private static String fails(String words) {
        Ran ran = scora(words);
        assertThat(ran.exitCode()).isNotZero();
        assertThat(ran.err()).doesNotContain("Exception", "\tat ");
        return ran.err();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("users.txt"), text);
    }

    @Test
    void theOriginOfEachValueIsShown() {
        works("profile add strict");
        works("profile set strict spamQuarantine aggressive");
        works("domain set example.com profile strict");
        works("domain set example.com spamDelete very-cautious");

        assertThat(works("domain show example.com"))
                .containsPattern("spamQuarantine +aggressive +profile strict")
                .containsPattern("spamDelete +very-cautious +domain example.com")
                .containsPattern("virusQuarantine +normal +built in")
                .containsPattern("recipientDelimiter +\\+ +built in");

        assertThat(works("domain unset example.com spamDelete")).contains("not set", "profile");
        assertThat(works("domain show example.com")).containsPattern("spamDelete +off +built in");
    }

    @Test
    void oneThingIsSetAndTheOthersStay() {
        works("domain set example.com tls verified");
        works("domain set example.com route a.example,b.example:2525");
        works("domain set example.com recipients ask-server");

        assertThat(works("domain show example.com"))
                .contains("verified", "a.example:25, then b.example:2525", "ask-server", "admin@example.com");
    }

    @Test
    void aMistypedSettingOrValueIsPutRight() {
        assertThat(fails("domain set example.com spamQuarantin off")).contains("Did you mean 'spamQuarantine'?");
        assertThat(fails("domain set example.com administrator x@example.com"))
                .contains("Did you mean 'administrators'?");
        assertThat(fails("domain set example.com spamQuarantine furious")).contains("furious", "very cautious");
        assertThat(fails("domain set example.com tls always")).contains("always", "opportunistic, required, verified");
        assertThat(fails("domain set example.com profile strikt")).contains("no profile 'strikt'");
        assertThat(fails("domain set example.com usersMaySet spamQuarantin")).contains("Did you mean");
        assertThat(fails("domain set example.com route 127.0.0.1:" + TestGateway.SMTP_PORT))
                .contains("circles");
        assertThat(fails("domain unset example.com route")).contains("every domain has one");
        assertThat(fails("profile set stric spamDelete off")).contains("no profile 'stric'");
        assertThat(fails("profile remove default")).contains("stays");
    }

    @Test
    void aUsersValueHoldsWhereTheDomainLetsUsersHaveOne() {
        assertThat(works("user set ann@example.com spamQuarantine cautious"))
                .contains("does not hold", "usersMaySet spamQuarantine");
        works("domain set example.com usersMaySet spamQuarantine");
        assertThat(works("user show ann@example.com"))
                .containsPattern("spamQuarantine +cautious +user ann@example.com");
        assertThat(works("user set ann@example.com spamQuarantine off")).contains("from now on");
        assertThat(works("user unset ann@example.com spamQuarantine")).contains("what the domain says");
        assertThat(fails("user set ann@example.com recipientDelimiter -")).contains("whole domains");
        assertThat(fails("user show ann")).contains("user@example.com");
    }

    @Test
    void aListOfMailboxesIsImportedAddedToAndTakenFrom() throws IOException {
        Path file = file("\ufeff# people\r\n\r\nAnn\r\nbob@example.com\r\nann\r\n");

        assertThat(works("domain mailboxes import example.com " + file + " --dry-run"))
                .contains("has 0 mailboxes", "adds 2 and removes 0", "added: ann, bob", "leave out --dry-run");
        assertThat(gateway.domains.mailboxes("example.com")).isEmpty();

        assertThat(works("domain mailboxes import example.com " + file)).contains("Done.");
        assertThat(works("domain mailboxes import example.com " + file)).contains("Nothing to do.");
        works("domain mailboxes add example.com cid dan@example.com");
        assertThat(works("domain mailboxes remove example.com ann")).contains("1 mailbox taken off");
        assertThat(works("domain mailboxes list example.com")).isEqualTo("bob\ncid\ndan\n");
    }

    @Test
    void aListIsNotEmptiedByAccident() throws IOException {
        works("domain mailboxes add example.com ann bob cid");
        Path file = file("ann\n");

        Ran ran = scora("domain mailboxes import example.com " + file + " --replace");
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).contains("removed: bob, cid", "more than half", "--force");
        assertThat(gateway.domains.mailboxes("example.com")).hasSize(3);

        works("domain mailboxes import example.com " + file + " --replace --force");
        assertThat(gateway.domains.mailboxes("example.com")).containsExactly("ann");
    }

    @Test
    void wrongLinesOfAListAreNamedAndNothingIsDone() throws IOException {
        Path file = file("ann\nb b\n# x\ncid@other.example\n");

        assertThat(fails("domain mailboxes import example.com " + file))
                .contains("Nothing was changed", "line 2: 'b b'", "line 4: 'cid@other.example'");
        assertThat(gateway.domains.mailboxes("example.com")).isEmpty();
        assertThat(fails("domain mailboxes import example.com nowhere.txt")).contains("no file nowhere.txt");
        assertThat(fails("domain mailboxes import other.example " + file("ann")))
                .contains("not protected here");
    }

    @Test
    void aTableIsReadByTheHeadOfItsColumn() throws IOException {
        Path file = file("Name;E-Mail;Phone\n\"Ann; A.\";ann@example.com;1\nBob;\"bob@example.com\";2\nNobody;;3\n");

        works("domain mailboxes import example.com --csv " + file);

        assertThat(gateway.domains.mailboxes("example.com")).containsExactly("ann", "bob");
        assertThat(fails("domain mailboxes import example.com --csv --column Mehl " + file))
                .contains("'Mehl'", "name, e-mail, phone");
    }

    @Test
    void aliasesAreSetListedAndRemoved() {
        assertThat(works("domain alias set example.com sales ann bob@example.com"))
                .contains("ann and bob");
        assertThat(works("domain alias list example.com")).containsPattern("sales +ann, bob");
        assertThat(fails("domain alias set example.com x sales")).contains("alias itself");
        works("domain alias remove example.com sales");
        assertThat(fails("domain alias remove example.com sales")).contains("no alias", "alias list");
        assertThat(works("domain alias list example.com")).contains("no aliases");
    }

    @Test
    void whoChangedWhatIsShown() {
        works("domain set example.com tls required");

        assertThat(works("audit --domain example.com"))
                .contains(System.getProperty("user.name") + " (scora command)", "tls", "opportunistic", "required");
        assertThat(works("audit --domain example.com --since 2200-01-01")).contains("Nothing was changed");
        assertThat(works("audit --limit 1 --json")).contains("\"what\":\"tls\"");
    }

    @Test
    void whatWasExportedIsImportedAgainOnAnEmptyGateway() throws IOException {
        Path file = folder.resolve("site.json");
        works("domain set example.com spamDelete off");
        works("domain mailboxes add example.com ann");
        assertThat(works("export " + file)).contains("Written");
        assertThat(works("export")).isEqualTo(Files.readString(file));
        assertThat(works("import " + file)).contains("Nothing to do");

        gateway.forgetAll();
        assertThat(works("import --dry-run " + file)).contains("domain example.com", "to make");
        assertThat(works("import " + file)).contains("made.");
        assertThat(works("export")).isEqualTo(Files.readString(file));

        Files.writeString(file, Files.readString(file).replace("spamDelete", "spamDelet"));
        assertThat(fails("import " + file)).contains("site.json line ", "Did you mean 'spamDelete'?");
        Files.writeString(file, "nonsense");
        assertThat(fails("import " + file)).contains("site.json line 1");
        assertThat(fails("import nowhere.json")).contains("no file nowhere.json");
    }
}
