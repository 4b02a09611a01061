package org.scora.setting;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/** What stands in {@code scora.properties}: where this gateway keeps things and what it listens on. */
public final class GatewaySettings {
    /** The file's name in the configuration folder. */
    public static final String FILE = "scora.properties";

    static final String ADDRESS = "an IP address or a host name";

    public static final Setting<String> HOSTNAME = Setting.required(
            "hostname",
            "a host name",
            "mx1.gateway.example",
            HostTexts::hostname,
            "The name of this gateway in SMTP, in headers and in Authentication-Results.");

    public static final Setting<String> DATABASE_URL = Setting.optional(
            "database.url",
            "an address that starts with jdbc:h2: or jdbc:postgresql:",
            "jdbc:h2:file:{var}/scora",
            HostTexts::databaseUrl,
            "Where Scora remembers domains, lists, the quarantine's index and the journal. {var} stands for the var folder.");

    public static final Setting<String> DATABASE_USER = Setting.text("database.user", "scora", "The database's user.");

    public static final Setting<String> DATABASE_PASSWORD =
            Setting.text("database.password", "", "The database user's password.");

    public static final Setting<Integer> DATABASE_CONNECTIONS = Setting.number(
            "database.connections", 16, 2, 500, "How many connections to the database there are at most.");

    public static final Setting<String> SMTP_ADDRESS = Setting.optional(
            "smtp.address", ADDRESS, "0.0.0.0", HostTexts::address, "The address on which mail is taken.");

    public static final Setting<Integer> SMTP_PORT =
            Setting.number("smtp.port", 25, 1, 65535, "The port on which mail is taken.");

    public static final Setting<Integer> ADMIN_PORT = Setting.number(
            "admin.port",
            8000,
            1,
            65535,
            "The port of the admin API, which the scora command uses; on loopback only, with a token.");

    public static final Setting<Optional<String>> OPERATOR = Setting.optional(
            "operator.address",
            "a mail address that is not at this gateway itself",
            "",
            HostTexts::operator,
            "Who gets mail to postmaster at this gateway. Without it, such mail is held in the quarantine.");

    public static final Setting<List<String>> NETWORKS = Setting.optional(
            "gateway.networks",
            "addresses and networks with commas between them, such as 192.0.2.0/28, 2001:db8::25",
            "",
            HostTexts::addressBlock,
            "The operator's address block: from where this gateway and its like send, and where MX records may lead. The"
                    + " check-up of domains compares with it, and names it in texts for customers. Without it, the"
                    + " addresses of the hostname.");

    public static final Setting<Optional<String>> TLS_AUTHORITIES = Setting.optional(
            "tls.authorities",
            "the name of a file in the folder conf",
            "",
            GatewaySettings::optional,
            "Certificates in PEM of those who may certify a server whose domain's TLS policy is 'verified'. Without it, the"
                    + " authorities that Java knows.");

    public static final Setting<Optional<String>> DKIM_KEY = Setting.optional(
            "dkim.key",
            "the name of a file in the folder conf",
            "",
            GatewaySettings::optional,
            "The private key, RSA in PEM, with which mail that the gateway writes itself is signed: digests, reports,"
                    + " answers. Without it, none is.");

    public static final Setting<String> DKIM_SELECTOR = Setting.optional(
            "dkim.selector",
            "a name in the DNS",
            "scora",
            HostTexts::hostname,
            "Under which name below _domainkey the public key stands in the DNS.");

    public static final Setting<Optional<String>> DKIM_DOMAIN = Setting.optional(
            "dkim.domain",
            "a domain",
            "",
            text -> optional(text).map(HostTexts::hostname),
            "In whose DNS it stands: the hostname, or a domain above it. Without it, the hostname.");

    public static final Setting<String> DNS_ZONE_FILE = Setting.text(
            "dns.zone-file",
            "",
            "Answer every DNS question from this file and never ask the network: for demonstrations and tests.");

    public static final Setting<Integer> DNS_TIMEOUT =
            Setting.number("dns.timeout-ms", 2000, 50, 30_000, "How long one DNS question may take, in milliseconds.");

    public static final Setting<Integer> SCORE_DEADLINE = Setting.number(
            "score.deadline-ms",
            5000,
            100,
            60_000,
            "How long all checks together may take for one message, in milliseconds.");

    public static final Setting<Set<String>> ARC_TRUSTED_SEALERS = Setting.optional(
            "arc.trusted-sealers",
            "domains with commas between them",
            "",
            HostTexts::domains,
            "Forwarders and mailing lists that are trusted to say that DMARC passed before they altered a mail (ARC),"
                    + " by the domain with which they seal. 'google.com, microsoft.com' are two.");

    public static final Setting<String> BREAKER = Setting.optional(
            "breaker",
            "on, report-only or off",
            "on",
            HostTexts::breaker,
            "What happens when a finding holds mail that is wanted, or the share of held mail is unusual: on makes such a"
                    + " finding advisory and writes to those concerned, report-only writes, off does nothing.");

    private static final List<Setting<?>> OWN = List.of(
            HOSTNAME,
            DATABASE_URL,
            DATABASE_USER,
            DATABASE_PASSWORD,
            DATABASE_CONNECTIONS,
            SMTP_ADDRESS,
            SMTP_PORT,
            ADMIN_PORT,
            OPERATOR,
            NETWORKS,
            TLS_AUTHORITIES,
            DKIM_KEY,
            DKIM_SELECTOR,
            DKIM_DOMAIN,
            DNS_ZONE_FILE,
            DNS_TIMEOUT,
            SCORE_DEADLINE,
            ARC_TRUSTED_SEALERS,
            BREAKER);

    private static final List<Setting<?>> KNOWN = Stream.of(
                    OWN, JournalSettings.ALL, ConsoleSettings.ALL, DoorSettings.ALL, ScannerSettings.ALL)
            .flatMap(List::stream)
            .toList();

    private final Settings settings;
    private final Path confFolder;
    private final Path varFolder;

    private GatewaySettings(Settings settings, Path confFolder, Path varFolder) {
        this.settings = settings;
        this.confFolder = confFolder;
        this.varFolder = varFolder;
    }

    /**
     * Reads and validates the file.
     *
     * @param home the folder that has {@code conf} and {@code var}
     * @throws SettingException for the first thing that is wrong
     */
    public static GatewaySettings read(Path home) {
        Path file = home.resolve("conf").resolve(FILE);
        Settings settings = Settings.of(file.toString(), written(file), KNOWN);
        SettingsTogether.problems(file.toString(), settings).stream()
                .findFirst()
                .ifPresent(problem -> {
                    throw problem;
                });
        return new GatewaySettings(settings, home.resolve("conf"), varFolderOf(home));
    }

    /** The only folder that a gateway writes to. */
    public static Path varFolderOf(Path home) {
        return home.resolve("var");
    }

    /** Everything that is wrong in the file. */
    public static List<SettingException> problems(Path home) {
        Path file = home.resolve("conf").resolve(FILE);
        try {
            Map<String, String> written = written(file);
            List<SettingException> problems = Settings.problems(file.toString(), written, KNOWN);
            return problems.isEmpty()
                    ? SettingsTogether.problems(file.toString(), Settings.of(file.toString(), written, KNOWN))
                    : problems;
        } catch (SettingException e) {
            return List.of(e);
        }
    }

    /** All settings of the file, for the handbook. */
    public static List<Setting<?>> known() {
        return KNOWN;
    }

    public <T> T get(Setting<T> setting) {
        return settings.get(setting);
    }

    public Path confFolder() {
        return confFolder;
    }

    public Path varFolder() {
        return varFolder;
    }

    private static Optional<String> optional(String text) {
        return Optional.of(text).filter(written -> !written.isEmpty());
    }

    private static Map<String, String> written(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            throw SettingException.of(
                    file.toString(), FILE, "the file is missing", "Copy it from the distribution's conf folder.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw SettingException.of(
                    file.toString(), FILE, "can not be read: " + e, "A backslash has to be written twice.");
        }
        Map<String, String> written = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> written.put(key, properties.getProperty(key)));
        return written;
    }
}
