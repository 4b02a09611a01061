package org.scora.console.command;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.scora.console.admin.ProfileRoutes.ProfileView;
import org.scora.console.admin.SettingRoutes.SettingView;
import org.scora.console.admin.SettingRoutes.ValueForm;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The commands about profiles. */
@Command(name = "profile", description = "Settings that serve many domains; the profile 'default' serves all others.")
final class ProfileCommand {

    static CommandLine create(Surroundings surroundings) {
        return new CommandLine(new ProfileCommand())
                .addSubcommand(new ListProfiles(surroundings))
                .addSubcommand(new Show(surroundings))
                .addSubcommand(new Add(surroundings))
                .addSubcommand(new SetValue(surroundings))
                .addSubcommand(new Unset(surroundings))
                .addSubcommand(new Remove(surroundings));
    }

    /** Lists profiles. */
    @Command(name = "list", description = "List the profiles and what is set in each.")
    static final class ListProfiles extends ServerCommand {
        ListProfiles(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        AdminClient.Answer ask(AdminClient server) {
            return server.get(AdminClient.path("profiles"));
        }

        @Override
        ExitCode show(AdminClient.Answer answer, Screen screen) {
            screen.table(
                    List.of("PROFILE", "SETTINGS"),
                    Arrays.stream(answer.as(ProfileView[].class))
                            .map(view -> List.of(view.name(), settings(view)))
                            .toList());
            return ExitCode.OK;
        }

        private static String settings(ProfileView view) {
            return view.settings().isEmpty()
                    ? "nothing of its own"
                    : view.settings().entrySet().stream()
                            .map(entry -> entry.getKey() + "=" + entry.getValue())
                            .collect(Collectors.joining(", "));
        }
    }

    /** A command about one profile. */
    abstract static class OfOne extends ServerCommand {
        @Parameters(index = "0", paramLabel = "PROFILE", description = "The profile's name.")
        private String profile = "";

        OfOne(Surroundings surroundings) {
            super(surroundings);
        }

        String profile() {
            return profile;
        }

        String path() {
            return AdminClient.path("profiles", profile);
        }
    }

    /** Shows one profile. */
    @Command(name = "show", description = "Show what is set in a profile.")
    static final class Show extends OfOne {
        Show(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        AdminClient.Answer ask(AdminClient server) {
            return server.get(path());
        }

        @Override
        ExitCode show(AdminClient.Answer answer, Screen screen) {
            ProfileView view = answer.as(ProfileView.class);
            if (view.settings().isEmpty()) {
                screen.line(
                        "Nothing is set in the profile " + view.name() + ", so what is built in holds. Set something: "
                                + "scora profile set " + view.name() + " spamQuarantine cautious");
                return ExitCode.OK;
            }
            screen.table(
                    List.of("SETTING", "VALUE"),
                    view.settings().entrySet().stream()
                            .map(entry -> List.of(entry.getKey(), entry.getValue()))
                            .toList());
            return ExitCode.OK;
        }
    }

    /** Adds a profile. */
    @Command(name = "add", description = "Add a profile, in which nothing is set yet.")
    static final class Add extends OfOne {
        Add(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        AdminClient.Answer ask(AdminClient server) {
            return server.put(path(), "");
        }

        @Override
        ExitCode show(AdminClient.Answer answer, Screen screen) {
            String name = answer.as(ProfileView.class).name();
            screen.line("There is a profile " + name + " now. To use it: scora domain set DOMAIN profile " + name);
            return ExitCode.OK;
        }
    }

    /** Sets a value. */
    @Command(name = "set", description = "Set one thing in a profile; all domains that use it follow at once.")
    static final class SetValue extends OfOne {
        @Parameters(index = "1", paramLabel = "KEY", description = "What to set, such as spamQuarantine.")
        private String key = "";

        @Parameters(index = "2", paramLabel = "VALUE", description = "The value, such as cautious.")
        private String value = "";

        SetValue(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        AdminClient.Answer ask(AdminClient server) {
            return server.put(AdminClient.path("profiles", profile(), "settings", key), new ValueForm(value));
        }

        @Override
        ExitCode show(AdminClient.Answer answer, Screen screen) {
            screen.line(SettingText.set(answer.as(SettingView.class)));
            return ExitCode.OK;
        }
    }

    /** Takes a value back. */
    @Command(name = "unset", description = "Take back what was set in a profile: then what is built in holds.")
    static final class Unset extends OfOne {
        @Parameters(index = "1", paramLabel = "KEY", description = "What to take back, such as spamQuarantine.")
        private String key = "";

        Unset(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        AdminClient.Answer ask(AdminClient server) {
            return server.delete(AdminClient.path("profiles", profile(), "settings", key));
        }

        @Override
        ExitCode show(AdminClient.Answer answer, Screen screen) {
            screen.line(SettingText.unset(answer.as(SettingView.class), "what is built in"));
            return ExitCode.OK;
        }
    }

    /** Removes a profile. */
    @Command(name = "remove", description = "Remove a profile that no domain uses.")
    static final class Remove extends OfOne {
        Remove(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        AdminClient.Answer ask(AdminClient server) {
            return server.delete(path());
        }

        @Override
        ExitCode show(AdminClient.Answer answer, Screen screen) {
            screen.line("The profile " + answer.as(ProfileView.class).name() + " is gone.");
            return ExitCode.OK;
        }
    }
}
