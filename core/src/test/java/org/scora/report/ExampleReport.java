package org.scora.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The example report as it goes over the wire. */
public final class ExampleReport {
    private ExampleReport() {}

    /** In English. */
    public static byte[] source() {
        return new ExampleWeeks()
                .reports()
                .reportFor(
                        Optional.of(ExampleWeeks.domain()),
                        ExampleWeeks.WEEK,
                        List.of("admin@example.com"),
                        ExampleWeeks.reader(Locale.ENGLISH))
                .source();
    }
}
