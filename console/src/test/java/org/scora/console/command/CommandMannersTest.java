package org.scora.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

class CommandMannersTest {
    @TempDir
    Path home;

    private static CommandLine scora() {
        return ScoraCommand.create(Path.of("nowhere"), home -> List.of());
    }

    private static List<CommandLine> all(CommandLine command) {
        List<CommandLine> all = new ArrayList<>(List.of(command));
        command.getSubcommands().values().forEach(below -> all.addAll(all(below)));
        return all;
    }

    private static Stream<String> everyCommand() {
        return all(scora()).stream().map(command -> command.getCommandSpec().qualifiedName());
    }

    @Test
    void theCommandsOfTheFoundationAreThere() {
        assertThat(everyCommand())
                .contains(
                        "scora domain add",
                        "scora domain list",
                        "scora domain show",
                        "scora domain remove",
                        "scora domain activate",
                        "scora domain suspend",
                        "scora list allow add",
                        "scora list allow remove",
                        "scora list allow show",
                        "scora list block add",
                        "scora list block remove",
                        "scora list block show",
                        "scora list changes",
                        "scora list undo",
                        "scora quarantine list",
                        "scora quarantine search",
                        "scora quarantine show",
                        "scora quarantine release",
                        "scora quarantine delete",
                        "scora quarantine report",
                        "scora quarantine hold",
                        "scora quarantine request",
                        "scora quarantine requests",
                        "scora quarantine approve",
                        "scora quarantine decline",
                        "scora quarantine verify",
                        "scora report send",
                        "scora score",
                        "scora config check",
                        "scora status",
                        "scora stop",
                        "scora help");
    }

    @Test
    void everyCommandAndEveryArgumentIsDescribed() {
        for (CommandLine command : all(scora())) {
            String name = command.getCommandSpec().qualifiedName();
            assertThat(String.join("", command.getCommandSpec().usageMessage().description()))
                    .as(name)
                    .isNotBlank();
            for (ArgSpec argument : command.getCommandSpec().args()) {
                assertThat(String.join("", argument.description()))
                        .as(name + " " + argument.paramLabel())
                        .isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void everyCommandHelps(String name) {
        String[] words = (name.replace("scora", "").strip() + " --help").strip().split(" ");
        Ran ran = name.equals("scora help") ? Ran.scora(home, "help") : Ran.scora(home, words);

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("Usage: scora").doesNotContain("null", "${");
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void theHelpExplainsTheExitCodes() {
        assertThat(Ran.scora(home, "--help").out()).contains("Exit codes:", "69", "78", "No server is running");
    }

    @Test
    void aMistypedCommandIsPutRight() {
        Ran ran = Ran.scora(home, "domian", "list");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("domian", "Did you mean", "domain", "--help");
    }

    @Test
    void aMistypedOptionIsPutRight() {
        Ran ran = Ran.scora(home, "domain", "add", "example.com", "--ruote", "mail.example.com");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("--ruote", "--route");
    }

    @Test
    void halfACommandShowsWhatCanFollow() {
        Ran ran = Ran.scora(home, "list", "allow");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("add", "remove", "show");
    }

    @ParameterizedTest
    @CsvSource({
        "list allow add x.example,--domain",
        "quarantine list --limit many,--limit",
        "report send,DOMAIN",
        "list allow add x.example --domain a.example --until soon,--until",
        "domain add a.example --mailboxes f --accept-any,--accept-any",
        "score mail.eml --client-ip localhost,--client-ip"
    })
    void aWrongArgumentIsNamed(String words, String named) {
        Ran ran = Ran.scora(home, words.split(" "));

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains(named).doesNotContain("Exception", "\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "domain list",
                "domain add example.com --route a.example",
                "list block show --domain a.example",
                "quarantine release 4QX7-M2DA-9KTW",
                "report send a.example",
                "status",
                "status --json",
                "stop"
            })
    void withoutAServerTheCommandSaysHowToStartOne(String words) {
        Ran ran = Ran.scora(home, words.split(" "));

        assertThat(ran.exitCode()).isEqualTo(69);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .isEqualTo("scora: No Scora server is running on " + home.resolve("var")
                        + ". Start it with: scora start\n");
    }

    @Test
    void aSenderThatBeginsWithAnAtSignIsNotTakenForAFile() {
        assertThat(Ran.scora(home, "list", "block", "add", "@spam.example", "--domain", "a.example")
                        .exitCode())
                .isEqualTo(69);
    }

    @Test
    void theVersionIsTold() {
        assertThat(Ran.scora(home, "--version").out()).startsWith("Scora ");
    }

    @Test
    void theReferenceHasEveryCommandAndOption() {
        String page = CommandReference.of(scora());

        everyCommand()
                .filter(name -> !name.equals("scora"))
                .forEach(name -> assertThat(page).contains("# " + name + "\n"));
        assertThat(page)
                .contains(
                        "| `--even-unauthenticated` |",
                        "| `--route HOST[:PORT]` |",
                        "| 69 |",
                        "(default: 50)",
                        "[--route=HOST[:PORT]]... [--")
                .doesNotContain("null", "${", "\u001b");
    }
}
