package org.scora.message;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is made when it is first asked for, once, whoever asks. Thread-safe. */
final class Lazy<T extends Object> {
    private final Supplier<T> source;
    private @Nullable T made;

    Lazy(Supplier<T> source) {
        this.source = source;
    }

    synchronized T get() {
        T known = made == null ? source.get() : made;
        made = known;
        return known;
    }
}
