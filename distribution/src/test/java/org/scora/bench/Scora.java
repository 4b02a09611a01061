package org.scora.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.scora.bench.MailList.Mail;

/**
 * Scora: its scoring in a JVM of its own, with one processor.
 *
 * @param model what it knows untaught; empty for the model that it comes with
 * @param weights a file of fitted points; empty for those that it comes with
 * @param passes how often it sees each lesson
 */
record Scora(Optional<Path> model, Optional<Path> weights, int passes) implements Filter {
    private static final int WARM_UP = 4000;
    private static final String HEAP = "-Xmx160m";

    @Override
    public String name() {
        return "Scora";
    }

    @Override
    public Optional<String> version() {
        return Optional.of("this tree, Java " + Runtime.version().feature() + " " + HEAP);
    }

    @Override
    public double threshold() {
        return 3;
    }

    @Override
    public boolean knowsSomethingUntaught() {
        return true;
    }

    @Override
    public Running start(Path folder, Optional<MailList> lessons) throws Exception {
        ReplayProcess process = new ReplayProcess(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-XX:ActiveProcessorCount=1",
                        "-Djava.awt.headless=true",
                        "-Dlogback.configurationFile=logback-commands.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Replay.class.getName(),
                        model.map(Path::toString).orElse("-"),
                        weights.map(Path::toString).orElse("-"))
                .redirectError(folder.resolve("scora.err").toFile()));
        if (lessons.isPresent()) {
            process.teach(lessons.get(), passes);
        }
        return process;
    }

    private static final class ReplayProcess implements Running {
        private final Daemons daemons = new Daemons();
        private final BufferedReader answers;
        private final OutputStream questions;
        private Optional<Double> lessonMillis = Optional.empty();

        ReplayProcess(ProcessBuilder command) throws IOException {
            Process process = daemons.add(command);
            this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            this.questions = process.getOutputStream();
            answers.readLine();
        }

        void teach(MailList lessons, int passes) throws IOException {
            double before = daemons.cpuMillis();
            for (int pass = 0; pass < passes; pass++) {
                for (Mail mail : lessons.shuffled(pass)) {
                    ask(mail.unwanted() ? "spam" : "ham", mail.file());
                }
            }
            lessonMillis =
                    Optional.of((daemons.cpuMillis() - before) / lessons.mails().size());
        }

        @Override
        public Scan scan(MailList list) throws Exception {
            return daemons.scan(list, WARM_UP, file -> Double.parseDouble(ask("score", file)));
        }

        @Override
        public Optional<Double> lessonMillis() {
            return lessonMillis;
        }

        @Override
        public void close() {
            daemons.close();
        }

        private String ask(String verb, Path file) throws IOException {
            questions.write((verb + "\t" + file + "\n").getBytes(StandardCharsets.UTF_8));
            questions.flush();
            String answer = answers.readLine();
            if (answer == null) {
                throw new IOException("Scora's process ended at " + file);
            }
            return answer;
        }
    }
}
