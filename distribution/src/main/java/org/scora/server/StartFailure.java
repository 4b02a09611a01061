package org.scora.server;

import com.google.common.base.Throwables;
import java.net.BindException;
import java.util.Optional;
import org.scora.setting.SettingException;

/** Finds, in what a start-up threw, the one thing that a person can act on. */
final class StartFailure {
    private StartFailure() {}

    static RuntimeException of(Exception failure) {
        return find(failure, SettingException.class)
                .<RuntimeException>map(setting -> setting)
                .or(() -> find(failure, BindException.class).map(StartFailure::portInUse))
                .orElseGet(() -> failure instanceof IllegalStateException known
                        ? known
                        : new IllegalStateException(
                                "Scora could not start: " + Throwables.getRootCause(failure), failure));
    }

    private static RuntimeException portInUse(BindException failure) {
        return SettingException.of(
                "conf/scora.properties",
                "smtp.port, admin.port or console.port",
                "a port can not be used (" + failure.getMessage() + ")",
                "Choose ports that are free, and above 1023 unless started by root.");
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        return Throwables.getCausalChain(failure).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
