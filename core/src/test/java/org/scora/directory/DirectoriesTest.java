package org.scora.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.OperationType;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.SelfSigned;
import org.scora.audit.AuditLine;
import org.scora.domain.DomainState;
import org.scora.domain.MailboxDifference;
import org.scora.domain.MailboxImport;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.RecipientPolicy;
import org.scora.domain.RouteHost;
import org.scora.storage.Database;
import org.scora.storage.DatabaseSettings;

/** Lists of mailboxes out of a directory in memory, into a real database in memory. */
class DirectoriesTest {
    private static final MailboxImport TRY = new MailboxImport(true, false, true);

    @TempDir
    private Path conf;

    private final Database database = Database.open(
            new DatabaseSettings("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "scora", "", 4));
    private InMemoryDirectoryServer server;

    @BeforeEach
    void start() throws Exception {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=example,dc=com");
        config.setSchema(null);
        config.addAdditionalBindCredentials("cn=reader", "secret");
        config.setAuthenticationRequiredOperationTypes(OperationType.SEARCH);
        SelfSigned keys = SelfSigned.named("localhost");
        config.setListenerConfigs(new InMemoryListenerConfig(
                "clear",
                InetAddress.getLoopbackAddress(),
                0,
                null,
                null,
                keys.server().getSocketFactory()));
        server = new InMemoryDirectoryServer(config);
        server.add("dn: dc=example,dc=com", "objectClass: domain", "dc: example");
        server.add("dn: ou=people,dc=example,dc=com", "objectClass: organizationalUnit", "ou: people");
        server.startListening();
        protect("example.com");
        protect("example.org");
        Files.createDirectories(conf.resolve("directories"));
        Files.writeString(conf.resolve("password"), "secret\n");
    }

    @AfterEach
    void stop() {
        server.shutDown(true);
        database.close();
    }

    private void protect(String domain) {
        database.protectedDomains()
                .save(new ProtectedDomain(
                        domain,
                        DomainState.ACTIVE,
                        List.of(new RouteHost("mail.example.com", 25, 0)),
                        RecipientPolicy.LISTED,
                        List.of()));
    }

    private void person(String name, String... attributes) throws Exception {
        String[] lines = new String[attributes.length + 2];
        lines[0] = "dn: uid=" + name + ",ou=people,dc=example,dc=com";
        lines[1] = "objectClass: inetOrgPerson";
        System.arraycopy(attributes, 0, lines, 2, attributes.length);
        server.add(lines);
    }

    private Directories directories(String... further) throws IOException {
        String settings = """
                domains = example.com, example.org
                url = ldap://localhost:%d
                starttls = false
                bind-dn = cn=reader
                password-file = password
                base = ou=people,dc=example,dc=com
                page-size = 10
                """.formatted(server.getListenPort());
        Files.writeString(conf.resolve("directories/main.properties"), settings + String.join("\n", further) + "\n");
        return Directories.in(conf, database.protectedDomains(), database.mailboxLists());
    }

    private MailboxDifference bring(Directories directories, MailboxImport how) throws DirectoryException {
        return directories.bring("main", "example.com", how, "test").difference();
    }

    private List<String> mailboxes(String domain) {
        return database.protectedDomains().mailboxes(domain);
    }

    @Test
    void addressesOfAllKindsBecomeMailboxesOfTheirDomains() throws Exception {
        person(
                "ann",
                "mail: Ann@Example.com",
                "proxyAddresses: SMTP:ann@example.com",
                "proxyAddresses: smtp:ann.lee@example.com",
                "proxyAddresses: X500:/o=x/cn=ann",
                "proxyAddresses: SIP:ann@example.com");
        person("bob", "mail: bob@example.org", "proxyAddresses: smtp:bob@example.com");
        person("eve", "mail: eve@elsewhere.example");
        person("printer", "cn: no address");
        assertThat(bring(directories(), MailboxImport.REPLACE).added()).isEqualTo(3);
        assertThat(mailboxes("example.com")).containsExactly("ann", "ann.lee", "bob");
        assertThat(mailboxes("example.org")).isEmpty();
    }

    @Test
    void aDirectoryOfManyPagesIsReadWhole() throws Exception {
        for (int i = 0; i < 95; i++) {
            person("user" + i, "mail: user" + i + "@example.com");
        }
        assertThat(bring(directories(), MailboxImport.REPLACE).added()).isEqualTo(95);
    }

    @Test
    void whatWouldChangeIsToldFirst() throws Exception {
        person("ann", "mail: ann@example.com");
        person("bob", "mail: bob@example.com");
        database.protectedDomains().addMailboxes("example.com", List.of("bob", "carl"));
        MailboxDifference difference = bring(directories(), TRY);
        assertThat(difference.someAdded()).containsExactly("ann");
        assertThat(difference.someRemoved()).containsExactly("carl");
        assertThat(difference.applied()).isFalse();
        assertThat(mailboxes("example.com")).containsExactly("bob", "carl");
    }

    @Test
    void aListIsNotEmptiedByAccident() throws Exception {
        database.protectedDomains().addMailboxes("example.com", List.of("ann", "bob", "carl"));
        assertThat(bring(directories(), MailboxImport.REPLACE).applied()).isFalse();
        assertThat(mailboxes("example.com")).hasSize(3);
        assertThat(bring(directories(), new MailboxImport(true, true, false)).applied())
                .isTrue();
        assertThat(mailboxes("example.com")).isEmpty();
    }

    @Test
    void addressesThatCanBeNoMailboxAreCountedAndShown() throws Exception {
        person("ann", "mail: ann@example.com");
        person("odd", "mail: \"odd one\"@example.com", "mail: a%b@example.com");
        DirectoryDifference difference = directories().bring("main", "example.com", MailboxImport.REPLACE, "test");
        assertThat(difference.leftOut()).isEqualTo(2);
        assertThat(difference.someLeftOut()).containsExactlyInAnyOrder("\"odd one\"", "a%b");
        assertThat(mailboxes("example.com")).containsExactly("ann");
    }

    @Test
    void tooManyEntriesChangeNothing() throws Exception {
        for (int i = 0; i < 25; i++) {
            person("user" + i, "mail: user" + i + "@example.com");
        }
        Directories directories = directories("most-entries = 20");
        assertThatThrownBy(() -> bring(directories, MailboxImport.REPLACE))
                .isInstanceOf(DirectoryException.class)
                .hasMessageContaining("more than 20 entries");
        assertThat(mailboxes("example.com")).isEmpty();
    }

    @Test
    void aWrongPasswordAWrongBaseAndADeadServerAreToldApart() throws Exception {
        Files.writeString(conf.resolve("password"), "wrong");
        Directories wrongPassword = directories();
        assertThatThrownBy(() -> bring(wrongPassword, TRY))
                .hasMessageContaining("does not accept the account or its password");
        Files.writeString(conf.resolve("password"), "\n");
        assertThatThrownBy(() -> bring(wrongPassword, TRY)).hasMessageContaining("is empty");
        Files.writeString(conf.resolve("password"), "secret");
        Directories wrongBase = directories("base = ou=nobody,dc=example,dc=com");
        assertThatThrownBy(() -> bring(wrongBase, TRY)).hasMessageContaining("has no ou=nobody,dc=example,dc=com");
        Directories dead = directories();
        server.shutDown(true);
        assertThatThrownBy(() -> bring(dead, TRY))
                .hasMessageContaining("localhost:")
                .hasMessageContaining("can not be used");
    }

    @Test
    void theNextServerIsAskedWhenOneCanNotBeReached() throws Exception {
        person("ann", "mail: ann@example.com");
        Directories directories = directories("url = ldap://localhost:1 ldap://localhost:" + server.getListenPort());
        assertThat(bring(directories, TRY).added()).isEqualTo(1);
    }

    @Test
    void aCertificateThatNobodyVouchesForEndsTheConnection() throws Exception {
        person("ann", "mail: ann@example.com");
        Directories directories = directories("starttls = true");
        assertThatThrownBy(() -> bring(directories, TRY))
                .isInstanceOf(DirectoryException.class)
                .hasMessageContaining("can not be used");
    }

    @Test
    void theAuditLogSaysThatItWasTheDirectory() throws Exception {
        person("ann", "mail: ann@example.com");
        Directories directories = directories();
        DirectoryRefresh refresh = DirectoryRefresh.byHand(directories);
        refresh.run(directories.all().get(0));
        assertThat(mailboxes("example.com")).containsExactly("ann");
        assertThat(database.auditLog().find(Optional.of("example.com"), Instant.EPOCH, 1))
                .extracting(AuditLine::who)
                .containsExactly("directory main");
        assertThat(refresh.troubles()).isEmpty();
    }

    @Test
    void aRefreshThatWouldEmptyAListOrFailsIsATroubleUntilItIsOver() throws Exception {
        database.protectedDomains().addMailboxes("example.com", List.of("ann", "bob"));
        Directories directories = directories();
        DirectoryRefresh refresh = DirectoryRefresh.byHand(directories);
        refresh.run(directories.all().get(0));
        assertThat(refresh.troubles().get("main")).contains("more than half of the mailboxes of example.com");
        person("ann", "mail: ann@example.com");
        refresh.run(directories.all().get(0));
        assertThat(refresh.troubles()).isEmpty();
        server.shutDown(true);
        refresh.run(directories.all().get(0));
        assertThat(refresh.troubles().get("main")).contains("can not be used");
        assertThat(mailboxes("example.com")).containsExactly("ann");
    }

    @Test
    void aDirectoryThatIsNotDescribedOrNotTheDomainsIsToldSo() throws Exception {
        Directories directories = directories("domains = example.org");
        assertThatThrownBy(() -> directories.bring("other", "example.com", TRY, "test"))
                .hasMessageContaining("there are: main");
        assertThatThrownBy(() -> bring(directories, TRY)).hasMessageContaining("is not one of example.com");
    }
}
