package org.scora.demo;

import java.io.PrintStream;

/** Shows how far work has come: one line that moves on a terminal, a line every ten percent in a file. Thread-safe. */
final class ProgressBar {
    private static final int WIDTH = 40;

    private final PrintStream out;
    private final String title;
    private final int total;
    private final boolean terminal;
    private int shown = -1;

    ProgressBar(PrintStream out, String title, int total) {
        this.out = out;
        this.title = title;
        this.total = Math.max(total, 1);
        this.terminal = System.console() != null;
    }

    synchronized void show(int done) {
        int percent = (int) (100L * Math.min(done, total) / total);
        if (percent <= shown || (!terminal && percent < shown + 10 && percent < 100)) {
            return;
        }
        shown = percent;
        int filled = WIDTH * percent / 100;
        String bar = String.format(
                "%-10s [%s%s] %3d %%  %d of %d",
                title, "#".repeat(filled), " ".repeat(WIDTH - filled), percent, done, total);
        out.print(terminal ? "\r" + bar : bar + "\n");
        if (terminal && percent == 100) {
            out.println();
        }
        out.flush();
    }
}
