package org.scora.directory;

import com.unboundid.ldap.sdk.LDAPURL;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.scora.setting.SettingException;
import org.scora.setting.Settings;

/** The files in {@code conf/directories}. */
public final class DirectoryFiles {
    /** The folder's name in the configuration folder. */
    public static final String FOLDER = "directories";

    private static final String ENDING = ".properties";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");

    private DirectoryFiles() {}

    /**
     * All directories that are described.
     *
     * @throws SettingException for the first thing that is wrong
     */
    static List<Directory> in(Path conf) {
        problems(conf).stream().findFirst().ifPresent(problem -> {
            throw problem;
        });
        return files(conf).stream().map(file -> read(file, conf)).toList();
    }

    private static Directory read(Path file, Path conf) {
        String name = file.getFileName().toString();
        return new Directory(
                name.substring(0, name.length() - ENDING.length()),
                Settings.of(file.toString(), written(file), DirectorySettings.KNOWN),
                conf);
    }

    /** Everything that is wrong in them; none when the folder is not there. */
    public static List<SettingException> problems(Path conf) {
        List<SettingException> problems = new ArrayList<>();
        for (Path file : files(conf)) {
            try {
                Map<String, String> written = written(file);
                List<SettingException> own = Settings.problems(file.toString(), written, DirectorySettings.KNOWN);
                problems.addAll(own);
                if (own.isEmpty()) {
                    together(file, read(file, conf)).ifPresent(problems::add);
                }
            } catch (SettingException e) {
                problems.add(e);
            }
        }
        return problems;
    }

    private static Optional<SettingException> together(Path file, Directory directory) {
        boolean account = directory.settings().get(DirectorySettings.BIND_DN).isPresent();
        if (account != directory.passwordFile().isPresent()) {
            return Optional.of(
                    SettingException.of(
                            file.toString(),
                            account ? "password-file" : "bind-dn",
                            "has to be set, too",
                            "An account needs both bind-dn and password-file; without either, the directory is read anonymously."));
        }
        boolean inTheClear = account
                && !directory.settings().get(DirectorySettings.STARTTLS)
                && directory.settings().get(DirectorySettings.URL).stream().anyMatch(DirectoryFiles::isOpen);
        if (inTheClear) {
            return Optional.of(SettingException.of(
                    file.toString(),
                    "starttls",
                    "without TLS the password would go through the network in the clear",
                    "Leave starttls out, or write ldaps:// in url."));
        }
        return Stream.of(directory.passwordFile(), directory.authorities())
                .flatMap(Optional::stream)
                .filter(path -> !Files.isReadable(path))
                .findFirst()
                .map(path -> SettingException.of(
                        file.toString(),
                        directory.passwordFile().filter(path::equals).isPresent() ? "password-file" : "authorities",
                        path + " can not be read",
                        "Make the file, readable by the server's user."));
    }

    private static boolean isOpen(LDAPURL url) {
        return url.getScheme().equals("ldap") && !THIS_MACHINE.contains(url.getHost());
    }

    private static List<Path> files(Path conf) {
        Path folder = conf.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> written(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw SettingException.of(
                    file.toString(),
                    file.getFileName().toString(),
                    "can not be read: " + e.getMessage(),
                    "Write one key=value a line, in UTF-8; a backslash has to be written twice.");
        }
        Map<String, String> written = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> written.put(key, properties.getProperty(key)));
        return written;
    }
}
