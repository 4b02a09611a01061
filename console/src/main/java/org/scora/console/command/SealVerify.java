package org.scora.console.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.scora.message.Json;
import org.scora.seal.Seal;
import org.scora.seal.SealVerdict;
import org.scora.seal.SealVerdict.State;
import org.scora.seal.Seals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells of mails whether they came through this gateway. */
@Command(
        name = "verify",
        description = {
            "Tell whether mails came through this gateway, by their seal, and how many went around.",
            "Exit code 0 when all did, 1 when one did not."
        })
final class SealVerify implements Callable<Integer> {
    /** All headers are in it, and no file can fill the memory. */
    private static final int READ_AT_MOST = 1 << 20;

    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Mails, one in each file, as the mailbox has them; of a folder, all files in it.")
    private List<String> files = new ArrayList<>();

    @Option(names = "--domain", paramLabel = "DOMAIN", description = "Whose mail it is: no other domain's seal counts.")
    private Optional<String> domain = Optional.empty();

    @Option(
            names = "--max-age",
            paramLabel = "DAYS",
            defaultValue = "7",
            description = "How old a seal may be; 7 by default. Of mails in a mailbox, give the age of the oldest.")
    private int maxAge = 7;

    @Option(names = "--json", description = "Print JSON, for a program.")
    private boolean json;

    SealVerify(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** One mail, for a program. */
    record Verified(String file, State state, Optional<Seal> seal) {}

    @Override
    public Integer call() {
        Seals seals = SealSecret.in(surroundings);
        List<Verified> all = files.stream()
                .flatMap(SealVerify::mailsIn)
                .map(file -> verify(file, seals))
                .toList();
        Screen screen = new Screen(spec.commandLine());
        if (json) {
            screen.json(Json.write(all));
        } else {
            all.forEach(each -> screen.line(each.file() + ": " + words(each)));
            if (all.size() > 1) {
                screen.line(summary(all));
            }
        }
        boolean good = all.stream().allMatch(each -> each.state() == State.GENUINE);
        return (good ? ExitCode.OK : ExitCode.FAILED).number();
    }

    private static Stream<Path> mailsIn(String name) {
        if (!new File(name).isDirectory()) {
            return Stream.of(Path.of(name));
        }
        try (Stream<Path> found = Files.walk(Path.of(name))) {
            return found.filter(Files::isRegularFile).sorted(Comparator.naturalOrder()).toList().stream();
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.FAILED, name + " can not be read: " + e.getMessage() + ".");
        }
    }

    private Verified verify(Path file, Seals seals) {
        try (var in = Files.newInputStream(file)) {
            SealVerdict verdict = seals.verdictOn(in.readNBytes(READ_AT_MOST), domain, Duration.ofDays(maxAge));
            return new Verified(file.toString(), verdict.state(), verdict.seal());
        } catch (NoSuchFileException e) {
            throw new CommandFailure(ExitCode.USAGE, "There is no file " + file + ".");
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.FAILED, file + " can not be read: " + e.getMessage() + ".");
        }
    }

    private String words(Verified mail) {
        return switch (mail.state()) {
            case GENUINE -> "came through this gateway" + details(mail);
            case OLD -> "has a good seal that is too old, and may be copied from an earlier mail" + details(mail);
            case OTHER_DOMAIN -> "has a good seal, but of another domain" + details(mail);
            case MISSING -> "went around: it has no seal";
            case FORGED -> "has a seal that this gateway did not make";
        };
    }

    private String details(Verified mail) {
        return mail.seal()
                .map(seal -> ", for " + seal.domain() + ", at "
                        + Text.minute(seal.at(), surroundings.clock().getZone()) + ", receipt " + seal.receipt())
                .orElse("");
    }

    private static String summary(List<Verified> all) {
        long through =
                all.stream().filter(each -> each.state() == State.GENUINE).count();
        long around = all.stream().filter(each -> each.state() == State.MISSING).count();
        return "Of " + Text.count(all.size(), "mail") + ", " + through + " came through this gateway, " + around
                + " went around, " + (all.size() - through - around) + " have a seal that does not count.";
    }
}
