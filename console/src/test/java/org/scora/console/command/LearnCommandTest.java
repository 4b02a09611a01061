package org.scora.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.console.TestGateway;

class LearnCommandTest {
    @TempDir
    Path home;

    private Path spam;
    private Path ham;
    private Path model;

    @BeforeEach
    void writeMail() throws IOException {
        spam = Files.createDirectory(home.resolve("spam"));
        ham = Files.createDirectory(home.resolve("ham"));
        model = home.resolve("model");
        for (int i = 0; i < 20; i++) {
            Files.writeString(spam.resolve("s" + i), "Subject: cheap pills no " + i + "\n\nBuy cheap pills now!\n");
            Files.writeString(ham.resolve("h" + i), "Subject: minutes no " + i + "\n\nThe minutes of our meeting.\n");
        }
    }

    @Test
    void aModelInAFileLearnsAndIsUsedForScoring() throws IOException {
        Path unseen = Files.writeString(home.resolve("unseen"), "Subject: cheap\n\nWho buys cheap pills now?\n");

        Ran ran = learn("--spam", spam.toString(), "--ham", ham.toString(), "--passes", "5");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .isEqualTo("Taught " + model + " 20 spam and 20 ham.\nIt has been taught 200 lessons in all.\n");
        assertThat(score(unseen, "--model", model.toString())).isGreaterThan(score(unseen));
    }

    @Test
    void theSameMailInTheSameOrderGivesTheSameModelFromFoldersListsAndTables() throws IOException {
        learn("--spam", spam.toString(), "--ham", ham.toString());
        byte[] fromFolders = Files.readAllBytes(model);
        Files.delete(model);
        StringBuilder table = new StringBuilder();
        List<Path> spams = sorted(spam);
        List<Path> hams = sorted(ham);
        for (int i = 0; i < 20; i++) {
            table.append(hams.get(i)).append("\tham\n");
            table.append(spams.get(i)).append("\tspam\n");
        }
        learn("--tsv", Files.writeString(home.resolve("table"), table).toString());
        assertThat(Files.readAllBytes(model)).isEqualTo(fromFolders);

        Files.delete(model);
        learn("--spam", list("s", spams), "--ham", list("h", hams));
        assertThat(Files.readAllBytes(model)).isEqualTo(fromFolders);
    }

    @Test
    void aMessageThatIsThereTwiceIsTaughtOnceAndAnMboxIsTakenApart() throws IOException {
        Path mbox = Files.writeString(
                home.resolve("mbox"),
                "From a@b Tue Nov 24 09:41:12 2026\nSubject: x\n\nOne\n\nFrom a@b Tue Nov 24 09:42:00 2026\n"
                        + "Subject: y\n\nTwo\n\nFrom a@b Tue Nov 24 09:43:00 2026\nSubject: x\n\nOne\n\n");

        Ran ran = learn("--ham", mbox.toString(), "--json");

        assertThat(ran.out()).isEqualTo("{\"spam\":0,\"ham\":2,\"known\":1,\"unreadable\":0,\"lessons\":2}\n");
    }

    @Test
    void whatIsWrongIsSaid() throws IOException {
        Path table = Files.writeString(home.resolve("table"), spam.resolve("s1") + "\tjunk\n");
        assertThat(learn("--tsv", table.toString()).err())
                .contains(table + ":1: the second column is 'junk'; write spam or ham there.");
        assertThat(learn("--spam", "nowhere").err()).contains("There is no file or folder nowhere.");
        assertThat(learn("--spam", spam.toString(), "--passes", "0").exitCode()).isEqualTo(2);
        assertThat(learn().err()).contains("Name mail with --spam and --ham, or with --tsv.");
    }

    @Test
    void aRunningServerLearnsAtOnceAndForgetsAgain() throws IOException {
        try (TestGateway gateway = new TestGateway(home)) {
            Ran taught = Ran.scora(home, "learn", "--spam", spam.toString(), "--ham", ham.toString());
            assertThat(taught.err()).isEmpty();
            assertThat(taught.out())
                    .isEqualTo("Taught the server 20 spam and 20 ham.\nIt has been taught 40 lessons in all.\n");
            String once = spam.resolve("s1").toString();
            assertThat(Ran.scora(home, "learn", "--spam", once, "--source", "ann")
                            .out())
                    .contains("0 spam and 0 ham", "1 message had been taught already");

            assertThat(Ran.scora(home, "learn", "--ham", once, "--source", "ann")
                            .out())
                    .contains("0 spam and 1 ham");
            assertThat(Ran.scora(home, "learn", "log", "--limit", "2").out())
                    .contains("ann", "cheap pills no 1", "ham");
            assertThat(Ran.scora(home, "learn", "--forget-source", "ann").out()).isEqualTo("Took back 1 lesson.\n");
            assertThat(Ran.scora(home, "learn", "log", "--limit", "1").out()).contains("taken back");
            assertThat(Ran.scora(home, "learn", "--forget", ham.toString()).out())
                    .isEqualTo("Took back 20 lessons.\n");
            assertThat(Ran.scora(home, "learn", "--forget-since", "2026-11-24T12:00:00Z", "--json")
                            .out())
                    .isEqualTo("{\"takenBack\":19,\"made\":true}\n");
            assertThat(gateway.model.learner().lessons()).isEqualTo(0);
        }
    }

    @Test
    void whatCanNotBeDoneWithTheServerIsSaid() {
        assertThat(Ran.scora(home, "learn", "--spam", spam.toString()).exitCode())
                .isEqualTo(69);
        assertThat(Ran.scora(home, "learn", "--spam", spam.toString(), "--passes", "2")
                        .err())
                .contains("the server learns each message once");
        assertThat(learn("--forget", spam.toString()).err()).contains("a model in a file can not forget");
        try (TestGateway gateway = new TestGateway(home)) {
            assertThat(Ran.scora(home, "learn", "--forget-since", "yesterday").err())
                    .contains("'yesterday' is not a time", "2026-11-24T08:00:00Z");
            assertThat(gateway.ask("POST", "/scora/lessons/take-back", "{}").statusCode())
                    .isEqualTo(400);
        }
    }

    private Ran learn(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "learn";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--model";
        all[arguments.length + 2] = model.toString();
        return Ran.scora(home, all);
    }

    private double score(Path mail, String... more) throws IOException {
        Path list = Files.writeString(home.resolve("list"), mail.toString());
        String[] all = new String[more.length + 3];
        all[0] = "score";
        all[1] = "--tsv";
        all[2] = list.toString();
        System.arraycopy(more, 0, all, 3, more.length);
        return Double.parseDouble(Ran.scora(home, all).out().split("\t", -1)[1]);
    }

    private String list(String name, List<Path> files) throws IOException {
        String lines = String.join("\n", files.stream().map(Path::toString).toList());
        return "@" + Files.writeString(home.resolve(name + ".list"), lines);
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
