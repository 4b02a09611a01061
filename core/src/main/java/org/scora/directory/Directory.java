package org.scora.directory;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.scora.setting.Settings;

/**
 * An LDAP directory as an operator described it.
 *
 * @param name that of its file, without the ending
 * @param conf the folder from which the paths of other files count
 */
record Directory(String name, Settings settings, Path conf) {

    List<String> domains() {
        return settings.get(DirectorySettings.DOMAINS);
    }

    /** Empty for by command only. */
    Optional<Duration> refresh() {
        int minutes = settings.get(DirectorySettings.REFRESH);
        return minutes == 0 ? Optional.empty() : Optional.of(Duration.ofMinutes(minutes));
    }

    Optional<Path> authorities() {
        return settings.get(DirectorySettings.AUTHORITIES).map(conf::resolve);
    }

    Optional<Path> passwordFile() {
        return settings.get(DirectorySettings.PASSWORD_FILE).map(conf::resolve);
    }
}
