package org.scora.console.command;

import java.util.Arrays;
import org.scora.console.admin.SettingRoutes.SettingView;
import org.scora.console.admin.SettingRoutes.ValueForm;
import org.scora.message.Addresses;
import org.scora.policy.EffectiveValue;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The commands about single users of a domain. */
@Command(name = "user", description = "What holds for one user, where the domain lets users have values of their own.")
final class UserCommand {

    static CommandLine create(Surroundings surroundings) {
        return new CommandLine(new UserCommand())
                .addSubcommand(new Show(surroundings))
                .addSubcommand(new SetValue(surroundings))
                .addSubcommand(new Unset(surroundings));
    }

    private static String path(String address, String... rest) {
        String domain = Addresses.domainOf(address)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.USAGE, "'" + address + "' is no address. Write it as user@example.com."));
        String[] parts = {"domains", domain, "users", Addresses.localPartOf(address), "settings"};
        String[] all = Arrays.copyOf(parts, parts.length + rest.length);
        System.arraycopy(rest, 0, all, parts.length, rest.length);
        return AdminClient.path(all);
    }

    /** Shows what holds. */
    @Command(name = "show", description = "Show every value that holds for a user, and where it comes from.")
    static final class Show extends ServerCommand {
        @Parameters(paramLabel = "ADDRESS", description = "The user's mail address.")
        private String address = "";

        Show(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        AdminClient.Answer ask(AdminClient server) {
            return server.get(path(address));
        }

        @Override
        ExitCode show(AdminClient.Answer answer, Screen screen) {
            SettingText.table(screen, Arrays.asList(answer.as(EffectiveValue[].class)));
            return ExitCode.OK;
        }
    }

    /** Sets a value. */
    @Command(
            name = "set",
            description = {
                "Set one thing for a user. It holds where the domain's usersMaySet allows it; see",
                "scora user show ADDRESS"
            })
    static final class SetValue extends ServerCommand {
        @Parameters(index = "0", paramLabel = "ADDRESS", description = "The user's mail address.")
        private String address = "";

        @Parameters(index = "1", paramLabel = "KEY", description = "What to set, such as spamQuarantine.")
        private String key = "";

        @Parameters(index = "2", paramLabel = "VALUE", description = "The value, such as cautious.")
        private String value = "";

        private boolean holds;

        SetValue(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        AdminClient.Answer ask(AdminClient server) {
            AdminClient.Answer answer = server.put(path(address, key), new ValueForm(value));
            holds = Arrays.stream(server.get(path(address)).as(EffectiveValue[].class))
                    .anyMatch(one -> one.name().equals(key) && one.origin().startsWith("user "));
            return answer;
        }

        @Override
        ExitCode show(AdminClient.Answer answer, Screen screen) {
            SettingView view = answer.as(SettingView.class);
            screen.line(
                    holds
                            ? SettingText.set(view)
                            : "It is stored, but does not hold: the domain does not let users set " + key
                                    + ". To let them: scora domain set "
                                    + Addresses.domainOf(address).orElse("DOMAIN") + " usersMaySet " + key);
            return ExitCode.OK;
        }
    }

    /** Takes a value back. */
    @Command(name = "unset", description = "Take back what was set for a user: then the domain's value holds.")
    static final class Unset extends ServerCommand {
        @Parameters(index = "0", paramLabel = "ADDRESS", description = "The user's mail address.")
        private String address = "";

        @Parameters(index = "1", paramLabel = "KEY", description = "What to take back, such as spamQuarantine.")
        private String key = "";

        Unset(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        AdminClient.Answer ask(AdminClient server) {
            return server.delete(path(address, key));
        }

        @Override
        ExitCode show(AdminClient.Answer answer, Screen screen) {
            screen.line(SettingText.unset(answer.as(SettingView.class), "what the domain says"));
            return ExitCode.OK;
        }
    }
}
