package org.scora.check.header;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.check.known.DataFile;
import org.scora.message.IncomingMessage;

/**
 * Was the message written by the program that it names, judged by the traces that this program always leaves? The programs
 * and their traces stand in {@code mailers.tsv}.
 */
public final class ClaimedMailer implements Check {
    static final String FORGED = "MAILER_FORGED";

    private static final int LENGTH_AT_MOST = 300;

    private final List<Program> programs;

    /** What a program calls itself, the shape of the Message-IDs that it makes, and a header that it always writes. */
    private record Program(String name, Pattern claim, Pattern messageId, String header) {
        static Program of(List<String> row) {
            return new Program(row.get(0), Pattern.compile(row.get(1)), Pattern.compile(row.get(2)), row.get(3));
        }
    }

    public ClaimedMailer() {
        this.programs = DataFile.rows(ClaimedMailer.class, "mailers.tsv", 4).stream()
                .map(Program::of)
                .toList();
    }

    @Override
    public String name() {
        return "claimed-mailer";
    }

    @Override
    public List<String> findings() {
        return List.of(FORGED);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        Optional<String> mailer = mailer(message);
        return mailer.flatMap(this::programOf)
                .flatMap(claimed -> contradiction(claimed, message))
                .map(evidence ->
                        CheckResult.found(FORGED, "it claims to come from " + mailer.orElse("") + ", but " + evidence))
                .orElseGet(CheckResult::notFound);
    }

    private static Optional<String> mailer(IncomingMessage message) {
        return Stream.of("X-Mailer", "User-Agent")
                .flatMap(name -> message.header(name).stream())
                .map(value -> value.substring(0, Math.min(LENGTH_AT_MOST, value.length())))
                .findFirst();
    }

    private Optional<Program> programOf(String mailer) {
        return programs.stream()
                .filter(program -> program.claim().matcher(mailer).lookingAt())
                .findFirst();
    }

    private static Optional<String> contradiction(Program program, IncomingMessage message) {
        Optional<String> id =
                message.header("Message-ID").map(String::strip).filter(value -> value.length() < LENGTH_AT_MOST);
        if (id.isPresent() && !program.messageId().matcher(id.get()).matches()) {
            return Optional.of("its Message-ID is " + id.get());
        }
        // A list's software may take such headers out.
        if (program.header().equals("-")
                || message.header(program.header()).isPresent()
                || BulkMarkers.isList(message)) {
            return Optional.empty();
        }
        return Optional.of("it has no " + program.header());
    }
}
