package org.scora.console.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.scora.message.Envelope;
import org.scora.message.IncomingMessage;
import org.scora.score.Verdict;

/** Scores the files of a list for a program that measures: one line each, in the list's order, as they are done. */
final class TsvScores {
    private final OfflineScorer scorer;
    private final Envelope envelope;
    private final PrintWriter out;
    private final PrintWriter err;
    private boolean allScored = true;

    TsvScores(OfflineScorer scorer, Envelope envelope, PrintWriter out, PrintWriter err) {
        this.scorer = scorer;
        this.envelope = envelope;
        this.out = out;
        this.err = err;
    }

    /** Either a line of the answer or why there is none. */
    private record Line(boolean scored, String text) {}

    /** @param list a file, or - for the standard input */
    ExitCode score(String list, InputStream standardInput) {
        try (BufferedReader lines = reader(list, standardInput)) {
            OrderedWork.run(lines.lines().filter(line -> !line.isBlank()).iterator(), this::line, this::print);
        } catch (NoSuchFileException e) {
            throw new CommandFailure(ExitCode.FAILED, "There is no list " + list + ".");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.flush();
        return allScored ? ExitCode.OK : ExitCode.FAILED;
    }

    private static BufferedReader reader(String list, InputStream standardInput) throws IOException {
        InputStream bytes = list.equals("-") ? standardInput : Files.newInputStream(Path.of(list));
        return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    }

    private Line line(String listed) {
        String file = firstColumn(listed);
        try {
            IncomingMessage message = MailFiles.read(file, envelope);
            return new Line(true, line(file, scorer.score(message)));
        } catch (CommandFailure e) {
            return new Line(false, String.valueOf(e.getMessage()));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return new Line(false, file + " can not be scored: " + e);
        }
    }

    private static String firstColumn(String listed) {
        int tab = listed.indexOf('\t');
        return tab < 0 ? listed : listed.substring(0, tab);
    }

    private static String line(String file, Verdict verdict) {
        return String.format(
                Locale.ROOT,
                "%s\t%.6f\t%.9f\t%s",
                file,
                verdict.score(),
                verdict.certainty(),
                verdict.category().name().toLowerCase(Locale.ROOT));
    }

    private void print(Line line) {
        if (line.scored()) {
            out.println(line.text());
        } else {
            allScored = false;
            err.println("scora: " + Printable.line(line.text()));
            err.flush();
        }
    }
}
