package org.scora.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.domain.SettingScope.OfDomain;
import org.scora.storage.Database;
import org.scora.storage.DatabaseSettings;

class SettingsFileTest {
    private static final String FILE = """
            {
              "profiles" : {
                "default" : { },
                "strict" : {
                  "spamQuarantine" : "aggressive"
                }
              },
              "domains" : {
                "example.com" : {
                  "state" : "active",
                  "route" : "mail.example.com:25, backup.example.com:2525",
                  "tls" : "required",
                  "recipients" : "listed",
                  "profile" : "strict",
                  "administrators" : "admin@example.com",
                  "settings" : {
                    "usersMaySet" : "all"
                  },
                  "aliases" : {
                    "sales" : [
                      "ann",
                      "bob"
                    ]
                  },
                  "exempt" : [
                    "abuse"
                  ],
                  "allow" : {
                    "partner.example" : {
                      "evenUnauthenticated" : false,
                      "expires" : "2027-01-01T00:00:00Z",
                      "note" : "our notary"
                    }
                  },
                  "block" : { },
                  "users" : {
                    "ann" : {
                      "spamDelete" : "normal"
                    }
                  },
                  "lists" : {
                    "ann" : {
                      "allow" : {
                        "joe@partner.example" : {
                          "evenUnauthenticated" : false
                        }
                      },
                      "block" : {
                        "shop.example" : {
                          "evenUnauthenticated" : false,
                          "note" : "too much"
                        }
                      }
                    }
                  },
                  "mailboxes" : [
                    "ann",
                    "bob"
                  ]
                }
              }
            }
            """;

    @TempDir
    Path folder;

    private Database database;
    private Stores stores;

    @BeforeEach
    void openDatabase() {
        database = Database.open(new DatabaseSettings("jdbc:h2:file:" + folder.resolve("scora"), "scora", "", 2));
        stores = new Stores(
                database.protectedDomains(),
                database.mailboxLists(),
                database.aliases(),
                database.storedSettings(),
                database.senderLists());
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    private SettingsFile file(String text) throws IOException {
        return SettingsFile.read(Files.writeString(folder.resolve("site.json"), text), "site.json");
    }

    private List<Difference> bring(String text, boolean dryRun) throws IOException {
        return file(text).bring(stores, dryRun, false, domain -> {});
    }

    private String exported() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SettingsText.of(stores).write(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void whatIsImportedIsExportedAsItWas() throws IOException {
        assertThat(bring(FILE, false)).isNotEmpty();

        assertThat(exported()).isEqualTo(FILE);
    }

    @Test
    void importingTwiceChangesNothing() throws IOException {
        bring(FILE, false);
        int lines = audited();

        assertThat(bring(FILE, false)).isEmpty();
        assertThat(audited()).isEqualTo(lines);
    }

    private int audited() {
        return database.auditLog().find(Optional.empty(), Instant.EPOCH, 1000).size();
    }

    @Test
    void aDryRunTellsTheDifferencesAndChangesNothing() throws IOException {
        assertThat(bring(FILE, true))
                .contains(
                        new Difference("profile strict", "spamQuarantine", "", "aggressive"),
                        new Difference("domain example.com", "mailboxes", "", "2 added"));
        assertThat(stores.domains().all()).isEmpty();

        bring(FILE, false);
        assertThat(bring(
                        FILE.replace("\"required\"", "\"verified\"")
                                .replace("\"partner.example\"", "\"other.example\""),
                        true))
                .containsExactly(
                        new Difference("domain example.com", "tls", "required", "verified"),
                        new Difference(
                                "domain example.com",
                                "allowlist entry other.example",
                                "",
                                "listed, until 2027-01-01T00:00:00Z, note: our notary"),
                        new Difference(
                                "domain example.com",
                                "allowlist entry partner.example",
                                "listed, until 2027-01-01T00:00:00Z, note: our notary",
                                ""));
    }

    @Test
    void whatTheFileLeavesOutStays() throws IOException {
        bring(FILE, false);

        assertThat(bring("{\"domains\": {\"example.com\": {\"tls\": \"verified\"}}}", false))
                .hasSize(1);

        assertThat(stores.settings().in(new OfDomain("example.com"))).containsKey("usersMaySet");
        assertThat(stores.mailboxes().count("example.com")).isEqualTo(2);
    }

    @Test
    void aListOfMailboxesIsNotEmptiedByAccident() throws IOException {
        bring(FILE, false);
        String empty = "{\"domains\": {\"example.com\": {\"mailboxes\": []}}}";

        assertThatThrownBy(() -> bring(empty, false)).hasMessageContaining("2 of 2 would be removed");
        assertThat(file(empty).bring(stores, false, true, domain -> {})).hasSize(1);
    }

    @Test
    void aMistakeIsToldWithItsLineAndKeyAndNothingIsDone() {
        assertWrong(
                "spamQuarantine\" : \"aggressive",
                "spamQuarantin\" : \"aggressive",
                "line 5",
                "Did you mean 'spamQuarantine'?");
        assertWrong("\"aggressive\"", "\"furious\"", "line 5", "profiles / strict / spamQuarantine", "furious");
        assertWrong("\"tls\"", "\"tlss\"", "line 12", "domains / example.com / tlss", "Did you mean 'tls'?");
        assertWrong("\"required\"", "\"always\"", "line 12", "opportunistic");
        assertWrong("\"partner.example\"", "\"*\"", "line 29", "asterisk");
        assertWrong("\"domains\"", "\"domain\"", "line 8", "Did you mean 'domains'?");
        assertWrong("our notary\"", "our notary\",", "line 33");
        assertWrong("\"block\" : { }", "\"allow\" : { }", "line 35", "allow");
        assertThat(stores.domains().all()).isEmpty();
    }

    private void assertWrong(String right, String wrong, String... told) {
        String text = FILE.replace(right, wrong);
        assertThat(text).isNotEqualTo(FILE);
        assertThatThrownBy(() -> bring(text, false))
                .hasMessageContainingAll(told)
                .hasMessageContaining("site.json");
    }
}
