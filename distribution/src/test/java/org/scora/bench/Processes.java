package org.scora.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What processes of Linux and their descendants use, by /proc (see proc(5)). */
final class Processes {
    private static final double NANOS_IN_MILLI = 1e6;
    private static final double MILLIS_IN_TICK = 10;
    private static final double KIB_IN_MIB = 1024;

    private final List<ProcessHandle> processes;

    private Processes(List<ProcessHandle> processes) {
        this.processes = processes;
    }

    static Processes of(List<Process> roots) {
        return new Processes(roots.stream()
                .map(Process::toHandle)
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .toList());
    }

    /** CPU milliseconds until now of all threads that still run, to the nanosecond. */
    double cpuMillisOfThreads() {
        double nanos = 0;
        for (ProcessHandle process : processes) {
            try (DirectoryStream<Path> threads =
                    Files.newDirectoryStream(proc(process).resolve("task"))) {
                for (Path thread : threads) {
                    nanos += nanos(thread);
                }
            } catch (IOException e) {
                // It has ended, and what it used is not known.
            }
        }
        return nanos / NANOS_IN_MILLI;
    }

    /** CPU milliseconds until now, of threads that have ended too, in steps of 10. */
    double cpuMillis() {
        return processes.stream()
                        .mapToDouble(process -> ticks(proc(process), 11))
                        .sum()
                * MILLIS_IN_TICK;
    }

    /** CPU milliseconds until now of all children of this process that have ended, in steps of 10. */
    static double cpuMillisOfEndedChildren() {
        return ticks(Path.of("/proc/self"), 13) * MILLIS_IN_TICK;
    }

    /** What they hold in memory; what they share counts once (PSS). In MiB. */
    double megabytes() {
        double kib = 0;
        for (ProcessHandle process : processes) {
            try (Stream<String> lines = Files.lines(proc(process).resolve("smaps_rollup"))) {
                kib += lines.filter(line -> line.startsWith("Pss:"))
                        .mapToDouble(line -> Double.parseDouble(line.split("\\s+")[1]))
                        .sum();
            } catch (IOException e) {
                // It has ended, and holds nothing.
            }
        }
        return kib / KIB_IN_MIB;
    }

    private static Path proc(ProcessHandle process) {
        return Path.of("/proc", Long.toString(process.pid()));
    }

    private static double nanos(Path thread) {
        try {
            return Double.parseDouble(
                    Files.readString(thread.resolve("schedstat")).split(" ")[0]);
        } catch (IOException e) {
            return 0;
        }
    }

    /** User and system time, the field at this place behind the command's name and the one after it. */
    private static double ticks(Path proc, int place) {
        try {
            String stat = Files.readString(proc.resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Double.parseDouble(fields[place]) + Double.parseDouble(fields[place + 1]);
        } catch (IOException e) {
            return 0;
        }
    }
}
