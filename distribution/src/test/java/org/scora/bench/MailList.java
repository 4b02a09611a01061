package org.scora.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Mail of which is known whether it is wanted. */
record MailList(String name, List<Mail> mails) {
    private static final long SHUFFLED = 1;

    record Mail(Path file, boolean unwanted) {}

    /** Reads a file with one message a line: path, tab, {@code ham} or {@code spam}; further columns do not matter. */
    static MailList read(Path list) throws IOException {
        List<Mail> mails = new ArrayList<>();
        for (String line : Files.readAllLines(list)) {
            String[] columns = line.split("\t", -1);
            if (columns.length < 2 || !(columns[1].equals("ham") || columns[1].equals("spam"))) {
                throw new IllegalArgumentException(list + " has a line that is not path, tab, ham or spam: " + line);
            }
            Path file = list.toAbsolutePath().resolveSibling(columns[0]);
            mails.add(new Mail(file, columns[1].equals("spam")));
        }
        return new MailList(list.getFileName().toString().replaceFirst("\\.tsv$", ""), List.copyOf(mails));
    }

    /** In an order that mixes wanted and unwanted mail, the same each time: some learn a message at a time. */
    List<Mail> shuffled(int pass) {
        List<Mail> order = new ArrayList<>(mails);
        Collections.shuffle(order, new Random(SHUFFLED + pass));
        return order;
    }

    long count(boolean unwanted) {
        return mails.stream().filter(mail -> mail.unwanted() == unwanted).count();
    }

    /** The paths of the wanted or the unwanted mail, one a line. */
    String paths(boolean unwanted) {
        StringBuilder lines = new StringBuilder();
        mails.stream()
                .filter(mail -> mail.unwanted() == unwanted)
                .forEach(mail -> lines.append(mail.file()).append('\n'));
        return lines.toString();
    }
}
