package org.scora.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    @Test
    void eachPeersValueIsFollowedByHowManyTimesOursItIs() {
        Comparison table = new Comparison("Scora", List.of("rspamd", "bogofilter"));
        table.add("old", "nothing", "CPU ms", 1, Map.of("Scora", 0.5, "rspamd", 3.5));

        assertThat(table.text()).isEqualTo("""
                        | mail | taught  | measure | Scora | rspamd | times | bogofilter | times |
                        | ---- | ------- | ------- | ----- | ------ | ----- | ---------- | ----- |
                        | old  | nothing | CPU ms  | 0.5   | 3.5    | 7.00  | -          | -     |
                        """);
    }

    @Test
    void nothingIsSoManyTimesNothing() {
        Comparison table = new Comparison("Scora", List.of("rspamd"));
        table.add("old", "nothing", "false positives, %", 2, Map.of("Scora", 0.0, "rspamd", 1.0));

        assertThat(table.text()).contains("| 0.00  | 1.00   | -     |");
    }
}
