package org.scora.console.command;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.scora.setting.SettingException;

/**
 * What a command finds around it.
 *
 * @param home the folder that has {@code conf} and {@code var}
 * @param configCheck everything that is wrong with the configuration in a home; comes from where mailets are known
 * @param clock its zone is the one in which times are read and shown
 * @param input what is piped in
 */
public record Surroundings(
        Path home, Function<Path, List<SettingException>> configCheck, Clock clock, InputStream input) {

    /** The process's own. */
    public static Surroundings of(Path home, Function<Path, List<SettingException>> configCheck) {
        return new Surroundings(home, configCheck, Clock.systemDefaultZone(), System.in);
    }

    public Path varFolder() {
        return home.resolve("var");
    }
}
