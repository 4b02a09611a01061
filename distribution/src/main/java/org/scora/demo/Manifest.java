package org.scora.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Reads {@code manifest.txt}: which mails are sent, and where each must end. */
public final class Manifest {
    private static final int COLUMNS = 5;

    private Manifest() {}

    /**
     * The mails in the order of the file.
     *
     * @param folder with the file and the folder {@code mails}
     */
    public static List<Fixture> read(Path folder) {
        try {
            return Files.readAllLines(folder.resolve("manifest.txt")).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> fixture(folder.resolve("mails"), line))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Fixture fixture(Path mails, String line) {
        List<String> columns = List.of(line.split("\\s+"));
        if (columns.size() != COLUMNS) {
            throw new DemoException("manifest.txt: '" + line + "' does not have " + COLUMNS + " columns");
        }
        return new Fixture(
                mails.resolve(columns.get(0)),
                columns.get(1).equals("<>") ? "" : columns.get(1),
                columns.get(2),
                Integer.parseInt(columns.get(3)),
                Fixture.End.valueOf(columns.get(4).toUpperCase(Locale.ROOT)));
    }
}
