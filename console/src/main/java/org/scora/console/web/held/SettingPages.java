package org.scora.console.web.held;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.scora.console.web.visit.CodePage;
import org.scora.console.web.visit.Html;
import org.scora.console.web.visit.Machines;
import org.scora.console.web.visit.Notice;
import org.scora.console.web.visit.Reply;
import org.scora.console.web.visit.Section;
import org.scora.console.web.visit.Shell;
import org.scora.console.web.visit.Visit;
import org.scora.domain.EffectiveSettings;
import org.scora.domain.RecipientSettings;
import org.scora.domain.Recipients;
import org.scora.domain.SettingScope.OfUser;
import org.scora.domain.StoredSettings;
import org.scora.message.Addresses;
import org.scora.people.Links;
import org.scora.policy.ChainProfile;
import org.scora.policy.EffectiveValue;
import org.scora.policy.ProfileSettings;
import org.scora.policy.Profiles;
import org.scora.policy.Sensitivity;
import org.scora.setting.Setting;
import org.scora.setting.SettingException;

/** What a user may set for the own mailbox, where the domain lets users do that. */
public final class SettingPages implements Section {
    static final String SETTINGS = "/settings";
    private static final String OFF = "off";
    private static final String UNSET = "unset";
    private static final String LINKS = "links";

    private final EffectiveSettings effective;
    private final StoredSettings stored;
    private final Profiles profiles;
    private final Links links;
    private final Machines machines;

    public SettingPages(
            EffectiveSettings effective,
            StoredSettings stored,
            Recipients recipients,
            ChainProfile chain,
            Links links,
            Machines machines) {
        this.effective = effective;
        this.stored = stored;
        this.profiles = new Profiles(effective, recipients, chain.written());
        this.links = links;
        this.machines = machines;
    }

    /**
     * The page.
     *
     * @param token proves that its forms are ours
     */
    public record SettingsView(Shell shell, String token, List<Row> rows) {}

    /**
     * A setting.
     *
     * @param own whether the value is the user's own
     * @param choices values to choose from; none where any text may be written
     */
    public record Row(String name, String sentence, String value, boolean own, String kind, List<String> choices) {}

    @Override
    public boolean has(String path) {
        return path.equals(SETTINGS);
    }

    @Override
    public Reply answer(Visit visit) {
        Optional<OfUser> user = visit.visitor().mailbox().flatMap(SettingPages::user);
        if (user.isEmpty()) {
            return Reply.to("/login");
        }
        return visit.posts() ? post(visit, user.get()) : show(visit, user.get());
    }

    private static Optional<OfUser> user(String mailbox) {
        return Addresses.domainOf(mailbox).map(domain -> new OfUser(domain, Addresses.localPartOf(mailbox)));
    }

    private Reply show(Visit visit, OfUser user) {
        Set<String> allowed = effective.value(user.domain(), RecipientSettings.USERS_MAY_SET);
        List<Row> rows = profiles.explained(user.domain(), user.localPart()).stream()
                .filter(value -> RecipientSettings.allows(allowed, value.name()))
                .map(value -> row(value, user))
                .toList();
        return Reply.page(
                200,
                Html.of(
                        "settings",
                        new SettingsView(
                                Shell.of(visit, "Settings of your mailbox"),
                                visit.visitor().formToken(SETTINGS),
                                rows)));
    }

    private static Row row(EffectiveValue value, OfUser user) {
        String kind = ProfileSettings.in(user).stream()
                .filter(setting -> setting.name().equals(value.name()))
                .findFirst()
                .map(Setting::kind)
                .orElse("");
        return new Row(
                value.name(),
                value.sentence(),
                value.value(),
                value.origin().equals(user.toString()),
                kind,
                choices(kind, value.value()));
    }

    private static List<String> choices(String kind, String now) {
        List<String> choices = new ArrayList<>();
        if (kind.equals(Sensitivity.KIND)) {
            choices.add(OFF);
            Sensitivity.names().entrySet().stream()
                    .sorted((one, other) -> other.getValue().compareTo(one.getValue()))
                    .forEach(named -> choices.add(named.getKey()));
        } else if (kind.equals("true or false")) {
            choices.addAll(List.of("true", "false"));
        }
        if (!choices.isEmpty() && !choices.contains(now)) {
            choices.add(now);
        }
        return choices;
    }

    private Reply post(Visit visit, OfUser user) {
        if (!visit.isGenuine(SETTINGS)) {
            return Notice.notGenuine(visit);
        }
        String mailbox = visit.visitor().mailbox().orElseThrow();
        Optional<String> ask = machines.challenge(visit, mailbox);
        if (ask.isPresent()) {
            return CodePage.reply(visit, ask.get());
        }
        return visit.field(LINKS).isPresent() ? revoke(visit, mailbox) : set(visit, user, mailbox);
    }

    private Reply revoke(Visit visit, String mailbox) {
        int revoked = links.revokeOf(mailbox);
        return Notice.good(
                visit,
                "The links are void",
                revoked == 1 ? "One link was ended." : revoked + " links were ended.",
                "You can get a new one at any time.");
    }

    private Reply set(Visit visit, OfUser user, String mailbox) {
        Optional<String> unset = visit.field(UNSET);
        String name = unset.or(() -> visit.field("name")).orElse("");
        Set<String> allowed = effective.value(user.domain(), RecipientSettings.USERS_MAY_SET);
        if (!RecipientSettings.allows(allowed, name)) {
            return Notice.bad(visit, 403, "Nothing was set", "Your administrators set this for the whole domain.");
        }
        try {
            Optional<String> value = unset.isPresent()
                    ? Optional.empty()
                    : Optional.of(visit.field("value").orElse(""));
            ProfileSettings.checkName(user, name);
            value.ifPresent(text -> ProfileSettings.check(user, name, text));
            stored.by(mailbox).set(user, name, value);
            return Reply.to(SETTINGS);
        } catch (SettingException | IllegalArgumentException e) {
            return Notice.bad(visit, 400, "Nothing was set", Words.sentence(String.valueOf(e.getMessage())));
        }
    }
}
