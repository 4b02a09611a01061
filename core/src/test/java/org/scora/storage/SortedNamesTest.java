package org.scora.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SortedNamesTest {

    @Test
    void namesAreInTheOrderOfTheirCharactersAndEachIsThereOnce() {
        try (SortedNames sorted = SortedNames.of(List.of("b", "a_b", "a.b", "a1", "b", "a-b", "a"))) {
            assertThat(sorted).containsExactly("a", "a-b", "a.b", "a1", "a_b", "b");
        }
    }

    @Test
    void moreThanMemoryTakesAreSortedAsWellAndCanBeReadAgain() {
        List<String> names = IntStream.range(0, 1000)
                .mapToObj(number -> "name" + number * 7919 % 500)
                .toList();

        try (SortedNames sorted = SortedNames.of(names, 64)) {
            List<String> expected = names.stream().distinct().sorted().toList();
            assertThat(sorted).containsExactlyElementsOf(expected).containsExactlyElementsOf(expected);
        }
    }

    @Test
    void noFileStaysBehindEvenWhenReadingStopsHalfWay() throws IOException {
        List<Path> before = files();
        try (SortedNames sorted = SortedNames.of(List.of("a", "b", "c", "d", "e"), 2)) {
            Iterator<String> reader = sorted.iterator();
            assertThat(reader.next()).isEqualTo("a");
            assertThat(files()).hasSize(before.size() + 2);
        }
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void noFileStaysBehindWhenANameCanNotBeRead() throws IOException {
        List<Path> before = files();
        Iterable<String> broken = Iterables.transform(List.of("a", "b", "c", "d", "e"), name -> {
            if (name.equals("e")) {
                throw new IllegalArgumentException("broken");
            }
            return name;
        });

        assertThatThrownBy(() -> SortedNames.of(broken, 2)).hasMessage("broken");
        assertThat(files()).isEqualTo(before);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return Lists.newArrayList(
                    all.filter(file -> file.getFileName().toString().startsWith("scora-names"))
                            .sorted()
                            .iterator());
        }
    }
}
