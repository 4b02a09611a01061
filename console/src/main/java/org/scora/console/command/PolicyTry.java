package org.scora.console.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.scora.console.admin.TrialRoutes.TrialForm;
import org.scora.policy.Disposition;
import org.scora.policy.Profile;
import org.scora.replay.Trial;
import org.scora.setting.Setting;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** Tries a change on the mail of the past. */
@Command(
        name = "try",
        description = {
            "Say what the last days would have looked like if something were set otherwise. Nothing is changed.",
            "The journal's lines are decided again by what was found then: once as all is set now, and once with the"
                    + " change. Every setting of a profile that decides about mail is an option."
        })
final class PolicyTry extends ServerCommand {
    private static final String SENSITIVITY = "Sensitivity";
    private static final String QUARANTINE = "Quarantine";

    @Option(
            names = "--domain",
            required = true,
            paramLabel = "DOMAIN",
            description = "The domain whose mail is looked at.")
    private String domain = "";

    @Option(names = "--days", paramLabel = "N", description = "How far back to look (default: 30).")
    private Optional<Integer> days = Optional.empty();

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "A setting of a profile, by its name.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--weight", paramLabel = "FINDING=POINTS", description = "Another weight of a finding.")
    private Map<String, Double> weights = new LinkedHashMap<>();

    @Option(names = "--off", paramLabel = "FINDING", description = "Switch a finding off.")
    private Set<String> off = new LinkedHashSet<>();

    @Option(
            names = "--allow",
            paramLabel = "PATTERN",
            description = "Allow a sender: an address, a domain, an IP address or a network.")
    private List<String> allow = new ArrayList<>();

    @Option(names = "--block", paramLabel = "PATTERN", description = "Block a sender.")
    private List<String> block = new ArrayList<>();

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Show at most so many messages of each kind, the newest (default: 20).")
    private Optional<Integer> limit = Optional.empty();

    private PolicyTry(Surroundings surroundings) {
        super(surroundings);
    }

    /** The command, with an option for each setting: {@code spamQuarantine} is {@code --spam-quarantine}. */
    static CommandLine create(Surroundings surroundings) {
        PolicyTry command = new PolicyTry(surroundings);
        CommandLine commandLine = new CommandLine(command);
        Profile.SETTINGS.forEach(setting -> commandLine.getCommandSpec().addOption(command.option(setting)));
        return commandLine;
    }

    private OptionSpec option(Setting<?> setting) {
        return OptionSpec.builder(names(setting.name()))
                .type(String.class)
                .paramLabel("VALUE")
                .description(setting.sentence().replace("%", "%%"))
                .setter(new CommandLine.Model.ISetter() {
                    @Override
                    @SuppressWarnings("unchecked")
                    public <T> T set(T value) {
                        Optional.ofNullable(value).ifPresent(text -> settings.put(setting.name(), text.toString()));
                        return value;
                    }
                })
                .build();
    }

    /** From which score mail is held is called its sensitivity too. */
    private static String[] names(String setting) {
        String name = kebab(setting);
        return setting.endsWith(QUARANTINE)
                ? new String[] {name, kebab(setting.replace(QUARANTINE, SENSITIVITY))}
                : new String[] {name};
    }

    private static String kebab(String name) {
        return "--" + name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    @Override
    AdminClient.Answer ask(AdminClient server) {
        return server.postLong(
                AdminClient.path("trials"),
                new TrialForm(
                        domain,
                        days,
                        Optional.of(settings),
                        Optional.of(weights),
                        Optional.of(off),
                        Optional.of(allow),
                        Optional.of(block),
                        limit));
    }

    @Override
    ExitCode show(AdminClient.Answer answer, Screen screen) {
        Trial trial = answer.as(Trial.class);
        screen.line(trial.domain() + " from " + Text.minute(trial.from(), zone()) + " to "
                + Text.minute(trial.until(), zone()) + ": " + Text.count(trial.decided(), "copy") + " of messages.");
        screen.table(List.of("", "NOW", "WITH THE CHANGE"), counts(trial));
        show("Newly held", trial.newlyHeld(), "reported as spam by somebody", screen);
        show("Newly delivered", trial.newlyDelivered(), "released, allowed or taught as wanted by somebody", screen);
        notes(trial, screen);
        return ExitCode.OK;
    }

    private static List<List<String>> counts(Trial trial) {
        List<List<String>> rows = new ArrayList<>();
        for (Disposition disposition : Disposition.values()) {
            rows.add(List.of(
                    disposition.word(),
                    Long.toString(trial.before().getOrDefault(disposition, 0L)),
                    Long.toString(trial.after().getOrDefault(disposition, 0L))));
        }
        return rows;
    }

    private void show(String title, Trial.Moved moved, String confirmed, Screen screen) {
        String judged = moved.total() == 0 ? "" : ", " + moved.confirmed() + " of them " + confirmed;
        screen.line("");
        screen.line(title + ": " + moved.total() + judged + ".");
        if (!moved.newest().isEmpty()) {
            screen.table(
                    List.of("RECEIPT", "RECEIVED", "FROM", "TO", "SCORE", "WITH", "SAID", "SUBJECT"),
                    moved.newest().stream().map(this::row).toList());
        }
        if (moved.total() > moved.newest().size()) {
            screen.line("And " + (moved.total() - moved.newest().size()) + " older ones; --limit shows more.");
        }
    }

    private List<String> row(Trial.Message message) {
        return List.of(
                message.receipt(),
                Text.minute(message.receivedAt(), zone()),
                Text.sender(message.sender()),
                message.recipient(),
                points(message.scoreBefore()),
                points(message.scoreAfter()),
                message.confirmed() ? "yes" : "",
                message.subject());
    }

    private static String points(double score) {
        return String.format(Locale.ROOT, "%.1f", score);
    }

    private static void notes(Trial trial, Screen screen) {
        if (trial.otherwiseThen() + trial.notRecorded() + trial.refused() > 0) {
            screen.line("");
        }
        if (trial.otherwiseThen() > 0) {
            screen.line(Text.count(trial.otherwiseThen(), "copy")
                    + " had been decided otherwise when they came: something was set otherwise then.");
        }
        if (trial.notRecorded() > 0) {
            screen.line("Left out: " + Text.count(trial.notRecorded(), "copy")
                    + " of which an older version did not record what they were decided by.");
        }
        if (trial.refused() > 0) {
            screen.line("Left out: " + Text.count(trial.refused(), "copy") + " that were refused at the door.");
        }
    }
}
