package org.scora.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scora.LoopbackPorts;
import org.scora.bench.MailList.Mail;

/** rspamd with one worker, and with a redis of its own when it was taught: there it keeps what it learned. */
final class Rspamd implements Filter {
    private static final Path SHIPPED = Path.of("/etc/rspamd");
    private static final int WARM_UP = 200;
    // What asks others, keeps mail waiting, or needs to know of a real connection.
    private static final List<String> OFF = List.of(
            "arc",
            "asn",
            "bimi",
            "dcc",
            "dkim",
            "dkim_signing",
            "dmarc",
            "fuzzy_check",
            "greylist",
            "hfilter",
            "history_redis",
            "mx_check",
            "neural",
            "p0f",
            "phishing_external",
            "ratelimit",
            "rbl",
            "replies",
            "reputation",
            "rspamd_update",
            "spf",
            "surbl",
            "url_redirector");

    @Override
    public String name() {
        return "rspamd";
    }

    @Override
    public Optional<String> version() {
        return Commands.find(name())
                .filter(found -> Commands.find("redis-server").isPresent())
                .map(found -> Commands.packageVersion(name()));
    }

    @Override
    public double threshold() {
        return 6;
    }

    @Override
    public boolean knowsSomethingUntaught() {
        return true;
    }

    @Override
    public Running start(Path folder, Optional<MailList> lessons) throws Exception {
        Server server = new Server(folder, lessons.isPresent());
        if (lessons.isPresent()) {
            server.teach(lessons.get());
        }
        server.daemons.awaitQuiet();
        return server;
    }

    private static final class Server implements Running {
        private final NoNames names = NoNames.start();
        private final Daemons daemons = new Daemons();
        private final ObjectMapper json = new ObjectMapper();
        private final int scanner = LoopbackPorts.free();
        private final int controller = LoopbackPorts.free();
        private Optional<Double> lessonMillis = Optional.empty();

        Server(Path folder, boolean withRedis) throws Exception {
            int redis = LoopbackPorts.free();
            if (withRedis) {
                daemons.add(quiet(
                        folder,
                        new ProcessBuilder(
                                Commands.find("redis-server").orElseThrow().toString(),
                                "--bind",
                                "127.0.0.1",
                                "--port",
                                Integer.toString(redis),
                                "--save",
                                "",
                                "--appendonly",
                                "no",
                                "--dir",
                                folder.toString())));
            }
            configure(folder, redis, withRedis);
            daemons.add(quiet(folder, new ProcessBuilder(command(folder))));
            daemons.awaitReady(() -> post(scanner, "/ping", new byte[0]));
        }

        void teach(MailList lessons) throws Exception {
            daemons.awaitQuiet();
            double before = daemons.cpuMillis();
            for (Mail mail : lessons.shuffled(0)) {
                post(controller, mail.unwanted() ? "/learnspam" : "/learnham", Files.readAllBytes(mail.file()));
            }
            lessonMillis =
                    Optional.of((daemons.cpuMillis() - before) / lessons.mails().size());
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
            names.close();
        }

        private double score(Path file) throws Exception {
            JsonNode score = json.readTree(post(scanner, "/checkv2", Files.readAllBytes(file)))
                    .path("score");
            if (!score.isNumber()) {
                throw new IOException("rspamd gives no score for " + file);
            }
            return score.asDouble();
        }

        // Not by HttpClient: rspamd's answer to a lesson that it knows already, 204 with a length, is an error to it.
        private String post(int port, String path, byte[] body) throws IOException {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(body.length);
            connection.setRequestProperty("Connection", "close");
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
            }
            // A lesson that is refused, since it says too little, is no failure of ours.
            if (connection.getResponseCode() >= 400) {
                return "";
            }
            try (InputStream in = connection.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }

        private void configure(Path folder, int redis, boolean withRedis) throws Exception {
            Path conf = folder.resolve("conf");
            Commands.copy(SHIPPED, conf);
            Path local = Files.createDirectories(conf.resolve("local.d"));
            for (String module : OFF) {
                Files.writeString(local.resolve(module + ".conf"), "enabled = false;\n");
            }
            Files.writeString(
                    local.resolve("redis.conf"),
                    withRedis ? "servers = \"127.0.0.1:" + redis + "\";\n" : "enabled = false;\n");
            Files.writeString(
                    local.resolve("phishing.conf"), "openphish_enabled = false;\nphishtank_enabled = false;\n");
            // When the mail came is not known, and collected mail is old.
            Files.writeString(local.resolve("headers_group.conf"), "symbols { \"DATE_IN_PAST\" { weight = 0.0; } }\n");
            Files.writeString(local.resolve("logging.inc"), "level = \"notice\";\n");
            Files.writeString(local.resolve("options.inc"), """
                    dns { nameserver = ["127.0.0.1:%d"]; timeout = 0.2s; retransmits = 1; }
                    local_addrs = [];
                    neighbours {}
                    enable_test_patterns = false;
                    disable_monitoring = true;
                    """.formatted(names.port()));
            worker(local, "normal", scanner, "count = 1;");
            worker(local, "controller", controller, "secure_ip = \"127.0.0.1\";");
            worker(local, "proxy", LoopbackPorts.free(), "count = 1;");
            Commands.openToAll(folder);
        }

        private static void worker(Path local, String kind, int port, String more) throws IOException {
            Files.writeString(
                    local.resolve("worker-" + kind + ".inc"),
                    "bind_socket = \"127.0.0.1:" + port + "\";\n" + more + "\n");
        }

        private static List<String> command(Path folder) {
            List<String> command = new ArrayList<>(
                    List.of(Commands.find("rspamd").orElseThrow().toString(), "-f"));
            if (Commands.asRoot()) {
                command.addAll(List.of("-u", "_rspamd", "-g", "_rspamd"));
            }
            Path conf = folder.resolve("conf");
            command.addAll(List.of(
                    "-c",
                    conf.resolve("rspamd.conf").toString(),
                    "--var=CONFDIR=" + conf,
                    "--var=LOCAL_CONFDIR=" + conf,
                    "--var=DBDIR=" + folder,
                    "--var=RUNDIR=" + folder,
                    "--var=LOGDIR=" + folder));
            return command;
        }

        private static ProcessBuilder quiet(Path folder, ProcessBuilder command) {
            return command.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("daemons.log").toFile()));
        }
    }
}
