package org.scora.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scora.LoopbackPorts;

/** SpamAssassin's spamd with one child, asked by its protocol as spamc does. */
final class SpamAssassin implements Filter {
    private static final Path SHIPPED = Path.of("/etc/spamassassin");
    private static final int WARM_UP = 50;
    private static final Pattern SCORE = Pattern.compile("Spam: \\w+ ; (-?[\\d.]+) /");
    private static final String SETTINGS = """
            required_score 5.0
            dns_available no
            skip_rbl_checks 1
            use_pyzor 0
            use_razor2 0
            use_bayes 1
            bayes_auto_learn 0
            bayes_auto_expire 0
            report_safe 0
            """;

    @Override
    public String name() {
        return "SpamAssassin";
    }

    @Override
    public Optional<String> version() {
        return Commands.find("spamd").map(found -> Commands.packageVersion("spamassassin"));
    }

    @Override
    public double threshold() {
        return 5;
    }

    @Override
    public boolean knowsSomethingUntaught() {
        return true;
    }

    @Override
    public Running start(Path folder, Optional<MailList> lessons) throws Exception {
        Path conf = folder.resolve("conf");
        Commands.copy(SHIPPED, conf);
        Files.writeString(
                conf.resolve("local.cf"),
                "\n" + SETTINGS + "bayes_path " + folder.resolve("bayes") + "\n",
                StandardOpenOption.APPEND);
        double before = Processes.cpuMillisOfEndedChildren();
        if (lessons.isPresent()) {
            learn(folder, conf, lessons.get(), true);
            learn(folder, conf, lessons.get(), false);
            salearn(conf, "--sync");
        }
        double spent = Processes.cpuMillisOfEndedChildren() - before;
        Commands.openToAll(folder);
        return new Spamd(folder, conf, lessons.map(list -> spent / list.mails().size()));
    }

    private static void learn(Path folder, Path conf, MailList lessons, boolean unwanted)
            throws IOException, InterruptedException {
        Path list = folder.resolve("lessons");
        Files.writeString(list, lessons.paths(unwanted));
        salearn(conf, "-L", "--no-sync", unwanted ? "--spam" : "--ham", "-f", list.toString());
    }

    private static void salearn(Path conf, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Commands.find("sa-learn").orElseThrow().toString());
        command.add("--siteconfigpath=" + conf);
        command.addAll(List.of(options));
        Commands.run("", command.toArray(String[]::new));
    }

    private static final class Spamd implements Running {
        private final Daemons daemons = new Daemons();
        private final int port = LoopbackPorts.free();
        private final Optional<Double> lessonMillis;

        Spamd(Path folder, Path conf, Optional<Double> lessonMillis) throws Exception {
            this.lessonMillis = lessonMillis;
            List<String> command = new ArrayList<>(List.of(
                    Commands.find("spamd").orElseThrow().toString(),
                    "-L",
                    "-x",
                    "--max-children=1",
                    "--min-children=1",
                    // A child that ends would take the account of its CPU time with it.
                    "--max-conn-per-child=1000000",
                    "--siteconfigpath=" + conf,
                    "--listen=127.0.0.1:" + port,
                    "-A",
                    "127.0.0.1",
                    "-r",
                    folder.resolve("spamd.pid").toString(),
                    "-s",
                    "stderr"));
            if (Commands.asRoot()) {
                command.addAll(List.of("-u", "nobody"));
            }
            Path log = folder.resolve("spamd.log");
            daemons.add(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()));
            daemons.awaitReady(() -> ask("PING SPAMC/1.5\r\n\r\n", new byte[0]));
            daemons.awaitQuiet();
        }

        @Override
        public Scan scan(MailList list) throws Exception {
            return daemons.scan(list, WARM_UP, this::score);
        }

        @Override
        public Optional<Double> lessonMillis() {
            return lessonMillis;
        }

        @Override
        public void close() {
            daemons.close();
        }

        private double score(Path file) throws IOException {
            byte[] message = Files.readAllBytes(file);
            String answer = ask("CHECK SPAMC/1.5\r\nContent-length: " + message.length + "\r\n\r\n", message);
            Matcher score = SCORE.matcher(answer);
            if (!score.find()) {
                throw new IOException("spamd says of " + file + ": " + answer);
            }
            return Double.parseDouble(score.group(1));
        }

        private String ask(String head, byte[] body) throws IOException {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                OutputStream out = socket.getOutputStream();
                out.write(head.getBytes(StandardCharsets.US_ASCII));
                out.write(body);
                socket.shutdownOutput();
                InputStream in = socket.getInputStream();
                return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            }
        }
    }
}
