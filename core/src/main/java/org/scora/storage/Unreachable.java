package org.scora.storage;

import com.google.common.base.Throwables;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.scora.setting.GatewaySettings;
import org.scora.setting.SettingException;

/** Says in an operator's words why the database can not be used at start-up, and what to do about it. */
final class Unreachable {
    // Codes of H2 (org.h2.api.ErrorCode) and SQL states of PostgreSQL (appendix A of its manual).
    private static final String H2_IN_USE = "90020";
    private static final List<String> WRONG_PASSWORD = List.of("28000", "28P01");
    private static final String NO_SUCH_DATABASE = "3D000";

    private Unreachable() {}

    static SettingException unknownEngine(String url) {
        return about(
                "database.url",
                "no database that Scora knows: '" + shown(url) + "'",
                "Write jdbc:h2:file:… for the embedded database, or jdbc:postgresql://host/name.");
    }

    static SettingException wrongSchema(String url, RuntimeException cause) {
        return about(
                "database.url",
                "the tables in " + shown(url) + " can not be brought up to date: " + rootMessage(cause),
                "Check that the user may create tables there, and that no newer Scora has used this database.");
    }

    static SettingException because(DatabaseSettings settings, RuntimeException cause) {
        String state = sqlState(cause).orElse("");
        if (WRONG_PASSWORD.contains(state)) {
            return about(
                    "database.password",
                    "the database refuses user '" + settings.user() + "'",
                    "Write the user and the password with which the database was made.");
        }
        if (state.equals(H2_IN_USE)) {
            return about(
                    "database.url",
                    "another process uses " + shown(settings.url()),
                    "Stop the other server first, or give this one a var folder of its own.");
        }
        String remedy = state.equals(NO_SUCH_DATABASE)
                ? "Make the database first, with createdb on the database's machine."
                : "Check that the database runs, that its folder can be written, and that the address is right.";
        return about("database.url", "can not connect to " + shown(settings.url()) + ": " + rootMessage(cause), remedy);
    }

    private static SettingException about(String key, String problem, String remedy) {
        return SettingException.of(GatewaySettings.FILE, key, problem, remedy);
    }

    // Options may hold a password.
    private static String shown(String url) {
        return url.replaceAll("[?;].*", "");
    }

    private static Optional<String> sqlState(Throwable failure) {
        return Throwables.getCausalChain(failure).stream()
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .filter(state -> state != null)
                .reduce((outer, inner) -> inner);
    }

    private static String rootMessage(Throwable failure) {
        String message = String.valueOf(Throwables.getRootCause(failure).getMessage());
        return message.lines().findFirst().orElse("").replaceAll("\\.$", "");
    }
}
