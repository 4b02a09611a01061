package org.scora.console.command;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scora.checkup.CheckUpFinding;
import org.scora.checkup.CheckUpResult;
import org.scora.checkup.Level;
import org.scora.checkup.Stage;

/** Tells what changes from one look to the next, and once in a while that nothing did. */
final class CheckUpProgress {
    private static final int LOOKS_BETWEEN_SIGNS_OF_LIFE = 10;

    private final Optional<Screen> screen;
    private final ZoneId zone;
    private List<CheckUpFinding> last = List.of();
    private int quiet;

    /** @param screen empty for a program, which is told the end only */
    CheckUpProgress(Optional<Screen> screen, ZoneId zone) {
        this.screen = screen;
        this.zone = zone;
    }

    void first(CheckUpResult result) {
        last = result.findings();
        screen.ifPresent(out -> {
            new CheckUpText(out, zone).show(result);
            out.line("");
            out.line("Looking again every minute. Ctrl-C ends it.");
        });
    }

    void next(CheckUpResult result) {
        List<CheckUpFinding> news = result.findings().stream()
                .filter(finding -> last.stream().noneMatch(other -> same(finding, other)))
                .toList();
        last = result.findings();
        quiet = news.isEmpty() ? quiet + 1 : 0;
        screen.ifPresent(out -> tell(out, result, news));
    }

    // The answer to a made-up recipient quotes it, so sentences differ each time where nothing changed.
    private static boolean same(CheckUpFinding one, CheckUpFinding other) {
        return one.code().equals(other.code())
                && (one.level() == Level.GOOD || one.sentence().equals(other.sentence()));
    }

    private void tell(Screen out, CheckUpResult result, List<CheckUpFinding> news) {
        String time = Text.minute(result.at(), zone);
        if (!news.isEmpty()) {
            out.line(time);
            news.forEach(finding -> new CheckUpText(out, zone).show(finding));
        } else if (quiet % LOOKS_BETWEEN_SIGNS_OF_LIFE == 1) {
            out.line(time + "  " + result.stage().name().toLowerCase(Locale.ROOT) + ", nothing new"
                    + result.until()
                            .map(until -> "; to be waited for until " + Text.minute(until, zone))
                            .orElse(""));
        }
        if (result.stage() == Stage.COMPLETE) {
            out.line(CheckUpText.verdict(result));
        }
    }
}
