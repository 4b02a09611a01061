package org.scora.console.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.scora.message.MailFolder;
import org.scora.message.MailPlace;

/** Finds the messages that somebody names for learning: in files, folders, mboxes and lists. */
final class LabeledMails {
    private LabeledMails() {}

    /**
     * Spam and ham of folders, mixed evenly and always in the same way: the learner learns a message at a time, and would
     * take one kind for the rule if it saw nothing else for a long while.
     */
    static List<LabeledMail> of(List<String> spamPaths, List<String> hamPaths) {
        return mixed(places(spamPaths), places(hamPaths));
    }

    /** The messages of a list with two columns, path and {@code spam} or {@code ham}, in its order. */
    static List<LabeledMail> ofTable(String list) {
        List<LabeledMail> mails = new ArrayList<>();
        int number = 0;
        for (String line : lines(list)) {
            number++;
            if (!line.isBlank()) {
                mails.add(row(list + ":" + number, line.split("\t", -1)));
            }
        }
        return mails;
    }

    /** Files, folders, mboxes, and with an @ in front lists of files. */
    static List<MailPlace> places(List<String> paths) {
        List<MailPlace> places = new ArrayList<>();
        for (String path : paths) {
            if (path.startsWith("@")) {
                lines(path.substring(1)).stream()
                        .filter(line -> !line.isBlank())
                        .forEach(line -> places.add(file(line.split("\t", -1)[0])));
            } else {
                places.addAll(messagesAt(path));
            }
        }
        return places;
    }

    private static LabeledMail row(String place, String[] columns) {
        String label = columns.length < 2 ? "" : columns[1].strip().toLowerCase(Locale.ROOT);
        if (!label.equals("spam") && !label.equals("ham")) {
            throw new CommandFailure(
                    ExitCode.FAILED, place + ": the second column is '" + label + "'; write spam or ham there.");
        }
        return new LabeledMail(file(columns[0]), label.equals("spam"));
    }

    private static List<MailPlace> messagesAt(String path) {
        try {
            Path start = Path.of(path);
            if (!Files.exists(start)) {
                throw missing(path);
            }
            List<MailPlace> found = MailFolder.list(start);
            return found.isEmpty() && Files.isRegularFile(start) ? List.of(MailPlace.of(start)) : found;
        } catch (InvalidPathException e) {
            throw missing(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MailPlace file(String path) {
        try {
            return MailPlace.of(Path.of(path));
        } catch (InvalidPathException | IOException e) {
            throw missing(path);
        }
    }

    private static CommandFailure missing(String path) {
        return new CommandFailure(ExitCode.FAILED, "There is no file or folder " + path + ".");
    }

    private static List<String> lines(String list) {
        try (Stream<String> lines = Files.lines(Path.of(list))) {
            return lines.toList();
        } catch (IOException | InvalidPathException e) {
            throw missing(list);
        }
    }

    private static List<LabeledMail> mixed(List<MailPlace> spam, List<MailPlace> ham) {
        List<LabeledMail> mixed = new ArrayList<>(spam.size() + ham.size());
        int spams = 0;
        int hams = 0;
        while (spams < spam.size() || hams < ham.size()) {
            // Whichever kind is behind its share is next.
            if (hams == ham.size() || (long) spams * ham.size() < (long) hams * spam.size()) {
                mixed.add(new LabeledMail(spam.get(spams++), true));
            } else {
                mixed.add(new LabeledMail(ham.get(hams++), false));
            }
        }
        return mixed;
    }
}
