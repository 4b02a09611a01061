package org.scora.mailets.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javax.mail.MessagingException;
import org.apache.james.mailrepository.MailRepositoryContract;
import org.apache.james.mailrepository.api.MailKey;
import org.apache.james.mailrepository.api.MailRepository;
import org.apache.james.mailrepository.api.MailRepositoryPath;
import org.apache.james.mailrepository.api.MailRepositoryUrl;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Attribute;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.mailets.MailSource;
import org.scora.message.Authentication;
import org.scora.message.Json;
import org.scora.message.MailAttributes;
import org.scora.message.Summary;
import org.scora.policy.Decision;
import org.scora.policy.Disposition;
import org.scora.policy.MailNotes;
import org.scora.quarantine.FileContentStore;
import org.scora.quarantine.HeldMessage;
import org.scora.quarantine.Quarantine;
import org.scora.score.Category;
import org.scora.score.Verdict;
import org.scora.storage.Database;
import org.scora.storage.DatabaseSettings;

class QuarantineRepositoryTest {
    private static final MailRepositoryPath PATH_OF_QUARANTINE = MailRepositoryPath.from("quarantine");

    @TempDir
    private Path folder;

    private Database database;
    private Quarantine quarantine;

    @BeforeEach
    void openQuarantine() {
        database = Database.open(new DatabaseSettings("jdbc:h2:file:" + folder.resolve("scora"), "scora", "", 8));
        quarantine = new Quarantine(database.heldMessages(), new FileContentStore(folder.resolve("content")));
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    /** What James asks of every repository, of the quarantine in the database. */
    @Nested
    class TheQuarantine implements MailRepositoryContract {
        @Override
        public MailRepository retrieveRepository() {
            return repository(PATH_OF_QUARANTINE);
        }

        @Override
        public MailRepository retrieveRepository(MailRepositoryPath path) {
            return repository(path);
        }
    }

    /** The same of those in files. */
    @Nested
    class Errors implements MailRepositoryContract {
        @Override
        public MailRepository retrieveRepository() {
            return repository(MailRepositoryPath.from("errors"));
        }

        @Override
        public MailRepository retrieveRepository(MailRepositoryPath path) {
            return repository(path);
        }
    }

    @Test
    void theIndexKnowsWhatPeopleAskFor() throws Exception {
        MailImpl mail = mail("Mail1-!2", "Subject: Gr\u00fc\u00dfe\r\n\r\nK\u00e4se \u0000\r\n");
        mail.setAttribute(Attribute.convertToAttribute(MailAttributes.RECEIPT, "4QX7-M2DA-9KTW"));
        mail.setAttribute(Attribute.convertToAttribute(
                MailAttributes.SUMMARY, Json.write(new Summary("Gr\u00fc\u00dfe", List.of(), 30, 1))));
        mail.setAttribute(Attribute.convertToAttribute(
                MailAttributes.VERDICT,
                Json.write(new Verdict(4.5, Category.PHISHING, List.of(), List.of(), Authentication.none()))));
        mail.setAttribute(Attribute.convertToAttribute(
                MailAttributes.DECISIONS,
                Json.write(List.of(
                        new Decision("eve@customer.example", Disposition.QUARANTINE, "not for this one"),
                        new Decision("bob@customer.example", Disposition.QUARANTINE, "the score is 4.5")))));

        repository(PATH_OF_QUARANTINE).store(mail);

        HeldMessage held = quarantine.byReceipt("4QX7-M2DA-9KTW").get(0);
        assertThat(held.key()).isEqualTo("Mail1-!2");
        assertThat(held.sender()).contains("alice@remote.example");
        assertThat(held.recipients()).containsExactly("bob@customer.example");
        assertThat(held.subject()).isEqualTo("Gr\u00fc\u00dfe");
        assertThat(held.score()).isEqualTo(4.5);
        assertThat(held.category()).isEqualTo(Category.PHISHING);
        assertThat(held.reason()).isEqualTo("the score is 4.5");
        MailNotes notes = new StoredNotes().of(held);
        assertThat(notes.verdict()).map(Verdict::score).hasValue(4.5);
        assertThat(notes.decisions()).extracting(Decision::reason).contains("the score is 4.5");
        assertThat(held.size()).isEqualTo(MailSource.bytes(mail).length);
    }

    @Test
    void everyByteIsKept() throws Exception {
        MailImpl mail = mail("Mail1", "X-Odd:\tb\u00fc\r\nsubject:x\n\nbare\rline ends\u0000\u00ff");

        MailKey key = repository(PATH_OF_QUARANTINE).store(mail);

        assertThat(MailSource.bytes(repository(PATH_OF_QUARANTINE).retrieve(key)))
                .isEqualTo(MailSource.bytes(mail));
    }

    @Test
    void databaseThatIsAwayIsAFailureThatJamesKnows() throws Exception {
        MailRepository repository = repository(PATH_OF_QUARANTINE);
        database.close();

        assertThatThrownBy(() -> repository.store(mail("Mail1", "Subject: x\r\n\r\n")))
                .isInstanceOf(MessagingException.class);
    }

    @Test
    void errorsAreKeptWithoutTheDatabase() throws Exception {
        database.close();

        MailKey key = repository(MailRepositoryPath.from("errors")).store(mail("Mail1", "Subject: x\r\n\r\n"));

        assertThat(repository(MailRepositoryPath.from("errors")).retrieve(key)).isNotNull();
    }

    @Test
    void noPathLeadsOutOfTheFolder() throws Exception {
        repository(MailRepositoryPath.from("../../of/an.operator")).store(mail("Mail1", "Subject: x\r\n\r\n"));

        assertThat(folder.resolve("repositories/%2E%2E%2F%2E%2E%2Fof%2Fan%2Eoperator"))
                .isDirectory();
    }

    private MailRepository repository(MailRepositoryPath path) {
        return new QuarantineRepository(
                quarantine, folders(), Clock.systemUTC(), MailRepositoryUrl.fromPathAndProtocol(path, "scora"));
    }

    private RepositoryFolders folders() {
        return new RepositoryFolders(folder.resolve("repositories"));
    }

    private static MailImpl mail(String name, String source) throws MessagingException {
        MailImpl mail = MailImpl.builder()
                .name(name)
                .sender("alice@remote.example")
                .addRecipient("bob@customer.example")
                .build();
        MailSource.replace(mail, source.getBytes(StandardCharsets.ISO_8859_1));
        return mail;
    }
}
