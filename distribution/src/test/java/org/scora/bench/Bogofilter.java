package org.scora.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** bogofilter, many messages in one process, which is how it is cheapest. It knows nothing untaught. */
final class Bogofilter implements Filter {
    @Override
    public String name() {
        return "bogofilter";
    }

    @Override
    public Optional<String> version() {
        return Commands.find(name()).map(found -> Commands.packageVersion(name()));
    }

    @Override
    public double threshold() {
        return 0.99;
    }

    @Override
    public boolean knowsSomethingUntaught() {
        return false;
    }

    @Override
    public Running start(Path folder, Optional<MailList> lessons) throws Exception {
        double before = Processes.cpuMillisOfEndedChildren();
        if (lessons.isPresent()) {
            bogofilter(folder, lessons.get().paths(true), "-s", "-b");
            bogofilter(folder, lessons.get().paths(false), "-n", "-b");
        }
        double spent = Processes.cpuMillisOfEndedChildren() - before;
        return new Words(folder, lessons.map(list -> spent / list.mails().size()));
    }

    private static String bogofilter(Path folder, String paths, String... options)
            throws IOException, InterruptedException {
        String[] command = new String[options.length + 3];
        command[0] = Commands.find("bogofilter").orElseThrow().toString();
        command[1] = "-d";
        command[2] = folder.toString();
        System.arraycopy(options, 0, command, 3, options.length);
        // It tells spam, ham and unsure by exit codes of 0 to 2.
        return Commands.run(paths, 2, command);
    }

    private record Words(Path folder, Optional<Double> lessonMillis) implements Running {
        @Override
        public Scan scan(MailList list) throws Exception {
            String paths = list.mails().stream().map(mail -> mail.file() + "\n").collect(Collectors.joining());
            double before = Processes.cpuMillisOfEndedChildren();
            String written = bogofilter(folder, paths, "-b", "-v", "-TT");
            double mean = (Processes.cpuMillisOfEndedChildren() - before)
                    / list.mails().size();
            Map<String, Double> scores = new HashMap<>();
            written.lines()
                    .map(line -> line.split("\\s+"))
                    .forEach(fields -> scores.put(fields[0], Double.valueOf(fields[fields.length - 1])));
            return new Scan(
                    list.mails().stream()
                            .map(mail -> scores.get(mail.file().toString()))
                            .toList(),
                    List.of(),
                    mean,
                    Optional.of(Files.size(folder.resolve("wordlist.db")) / 1024.0 / 1024.0));
        }

        @Override
        public void close() {
            // Its processes have ended.
        }
    }
}
