package org.scora.report.advice;

import java.util.List;
import java.util.Optional;

/**
 * Something that an administrator should do. It is put into words by the sentences {@code advice.} and the name, which says
 * what to do, and {@code advice.}, the name and {@code .evidence}, which says why.
 *
 * @param name such as {@code allow-sender}
 * @param values what both sentences are filled with: texts and numbers
 * @param command what does it, without anything in it that a shell could take for more than a name
 */
public record Advice(String name, List<Object> values, Optional<String> command) {
    public Advice {
        values = List.copyOf(values);
    }
}
