package org.scora.storage;

import com.google.common.collect.Iterators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Names in the order of their characters, each once. Any number of them needs little memory: all but the last part of a
 * long list wait in files, sorted, until they are read side by side.
 */
final class SortedNames implements Iterable<String>, AutoCloseable {
    private static final int AT_ONCE = 50_000;

    private final int atOnce;
    private final List<Path> parts = new ArrayList<>();
    private final List<Stream<String>> beingRead = new ArrayList<>();
    private List<String> last = new ArrayList<>();

    private SortedNames(int atOnce) {
        this.atOnce = atOnce;
    }

    /** Reads them all. Names are texts of one line, none of them empty. */
    static SortedNames of(Iterable<String> names) {
        return of(names, AT_ONCE);
    }

    /** @param atOnce how many are held in memory */
    static SortedNames of(Iterable<String> names, int atOnce) {
        SortedNames sorted = new SortedNames(atOnce);
        try {
            names.forEach(sorted::add);
            sorted.last.sort(Comparator.naturalOrder());
            return sorted;
        } catch (RuntimeException e) {
            sorted.close();
            throw e;
        }
    }

    private void add(String name) {
        if (last.size() == atOnce) {
            last.sort(Comparator.naturalOrder());
            write(last);
            last = new ArrayList<>();
        }
        last.add(name);
    }

    private void write(List<String> part) {
        try {
            Path file = Files.createTempFile("scora-names", ".txt");
            parts.add(file);
            Files.write(file, part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether more were read than a number, which is at most what is held in memory. */
    boolean areMoreThan(int number) {
        return !parts.isEmpty() || last.size() > number;
    }

    /** Reads them from the first on; as often as need be. */
    @Override
    public Iterator<String> iterator() {
        List<Iterator<String>> sources = new ArrayList<>();
        parts.forEach(part -> sources.add(read(part)));
        sources.add(last.iterator());
        return Iterators.filter(Iterators.mergeSorted(sources, Comparator.naturalOrder()), new IsNew()::test);
    }

    private Iterator<String> read(Path part) {
        try {
            Stream<String> lines = Files.lines(part);
            beingRead.add(lines);
            return lines.iterator();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a name is not the one before it. */
    private static final class IsNew implements Predicate<String> {
        private String previous = "";

        @Override
        public boolean test(String name) {
            boolean isNew = !name.equals(previous);
            previous = name;
            return isNew;
        }
    }

    @Override
    public void close() {
        beingRead.forEach(Stream::close);
        try {
            for (Path part : parts) {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
