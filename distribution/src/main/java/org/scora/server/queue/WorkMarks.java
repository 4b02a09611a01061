package org.scora.server.queue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An empty file for each mail in work, written before the work begins. It is not forced to disk: that it outlives the
 * process is enough. What is found at a start was in work when the process died, and is suspected from then on, which is
 * kept in the name of another empty file: {@code suspects/<mark>.<suspicion>}.
 */
final class WorkMarks {
    /** What a death at which a mail was in work tells against it. */
    static final int IN_COMPANY = 1;

    static final int ALONE = 2;

    private static final Logger LOGGER = LoggerFactory.getLogger(WorkMarks.class);

    private final Path inWork;
    private final Path suspects;
    private final Map<String, Integer> suspicions = new ConcurrentHashMap<>();

    private WorkMarks(Path folder) {
        this.inWork = folder.resolve("now");
        this.suspects = folder.resolve("suspects");
    }

    /** Suspects each mail that was in work; throws UncheckedIOException when the folder can not be used. */
    static WorkMarks open(Path folder) {
        WorkMarks marks = new WorkMarks(folder);
        try {
            Files.createDirectories(marks.inWork);
            Files.createDirectories(marks.suspects);
            for (String suspect : names(marks.suspects)) {
                int dot = suspect.lastIndexOf('.');
                marks.suspicions.merge(
                        suspect.substring(0, dot), Integer.parseInt(suspect.substring(dot + 1)), Math::max);
            }
            List<String> atDeath = names(marks.inWork);
            for (String mark : atDeath) {
                marks.suspect(mark, atDeath.size() == 1 ? ALONE : IN_COMPANY);
            }
            return marks;
        } catch (IOException e) {
            throw new UncheckedIOException("The notes on mail in work in " + folder + " can not be read", e);
        }
    }

    private void suspect(String mark, int weight) throws IOException {
        int before = suspicion(mark);
        // One step, so that a death in here is not counted twice.
        Files.move(inWork.resolve(mark), suspectFile(mark, before + weight), StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(suspectFile(mark, before));
        suspicions.put(mark, before + weight);
    }

    /** What speaks against this mail; 0 for nothing. */
    int suspicion(String mark) {
        return suspicions.getOrDefault(mark, 0);
    }

    int suspectCount() {
        return suspicions.size();
    }

    /** Without a mark the mail is worked on all the same: a full disk must not stop it. */
    void set(String mark) {
        try {
            Files.createFile(inWork.resolve(mark));
        } catch (FileAlreadyExistsException e) {
            LOGGER.debug("a second copy of the same mail is in work");
        } catch (IOException e) {
            LOGGER.warn("it can not be noted that a mail is in work", e);
        }
    }

    /** The mail has been worked on and nobody died: nothing is held against it. */
    void clear(String mark) {
        try {
            Files.deleteIfExists(inWork.resolve(mark));
            Integer suspicion = suspicions.remove(mark);
            if (suspicion != null) {
                Files.deleteIfExists(suspectFile(mark, suspicion));
            }
        } catch (IOException e) {
            LOGGER.warn("the note that a mail is in work can not be removed", e);
        }
    }

    /** At the end of a process that ends as it should, whatever is in work. */
    void clearInWork() {
        try {
            for (String mark : names(inWork)) {
                Files.deleteIfExists(inWork.resolve(mark));
            }
        } catch (IOException e) {
            LOGGER.warn("the notes on mail in work can not be removed", e);
        }
    }

    private Path suspectFile(String mark, int suspicion) {
        return suspects.resolve(mark + "." + suspicion);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
