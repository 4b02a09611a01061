package org.scora.console.command;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The names in an administrator's file, line after line: a text, or a table with heads (RFC 4180, a record a line). */
final class MailboxLines implements Closeable {
    private static final Set<String> USUAL_HEADS = Set.of(
            "mailbox",
            "user",
            "username",
            "user name",
            "login",
            "email",
            "e-mail",
            "mail",
            "address",
            "email address",
            "local part",
            "userprincipalname",
            "primarysmtpaddress");
    private static final int LONGEST_LINE = 10_000;

    private final BufferedReader reader;
    private Optional<Table> table = Optional.empty();
    private int number;

    private MailboxLines(BufferedReader reader) {
        this.reader = reader;
    }

    /** A name and where it stands. */
    record Line(int number, String text) {}

    /** Where the names stand in a table. */
    private record Table(char separator, int column) {}

    static MailboxLines ofText(Path file) throws IOException {
        return new MailboxLines(Files.newBufferedReader(file));
    }

    /** @throws CommandFailure when no column is the one that is meant */
    static MailboxLines ofTable(Path file, Optional<String> column) throws IOException {
        MailboxLines lines = new MailboxLines(Files.newBufferedReader(file));
        String heads = lines.read().orElse("");
        char separator = heads.indexOf(';') >= 0 && heads.indexOf(',') < 0 ? ';' : ',';
        List<String> names = fields(heads, separator).stream()
                .map(head -> head.strip().toLowerCase(Locale.ROOT))
                .toList();
        int place = column.map(head -> names.indexOf(head.strip().toLowerCase(Locale.ROOT)))
                .orElseGet(() -> usual(names));
        if (place < 0) {
            lines.close();
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "The first line of " + file + " names no column "
                            + column.map(head -> "'" + head + "'").orElse("of user names")
                            + ". Name the right one with --column; there are: " + String.join(", ", names) + ".");
        }
        lines.table = Optional.of(new Table(separator, place));
        return lines;
    }

    private static int usual(List<String> heads) {
        for (int place = 0; place < heads.size(); place++) {
            if (USUAL_HEADS.contains(heads.get(place))) {
                return place;
            }
        }
        return -1;
    }

    /** The next name; empty at the end. */
    Optional<Line> next() throws IOException {
        for (Optional<String> line = read(); line.isPresent(); line = read()) {
            String text = name(line.get());
            if (!text.isEmpty() && !text.startsWith("#")) {
                return Optional.of(new Line(number, text));
            }
        }
        return Optional.empty();
    }

    private String name(String line) {
        return table.map(where -> cell(where, line)).orElse(line).strip();
    }

    private static String cell(Table table, String line) {
        List<String> fields = fields(line, table.separator());
        return table.column() < fields.size() ? fields.get(table.column()) : "";
    }

    private Optional<String> read() throws IOException {
        Optional<String> line = Optional.ofNullable(reader.readLine());
        number++;
        if (line.isPresent() && line.get().length() > LONGEST_LINE) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "Line " + number + " is longer than " + LONGEST_LINE + " characters. Is that a list of mailboxes?");
        }
        return line.map(text -> number == 1 && text.startsWith("\ufeff") ? text.substring(1) : text);
    }

    private static List<String> fields(String line, char separator) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (char letter : line.toCharArray()) {
            if (letter == '"') {
                quoted = !quoted;
            } else if (letter == separator && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(letter);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
