package org.scora.console.admin;

import static org.scora.console.admin.AdminRequest.valid;
import static org.scora.console.admin.JsonRoute.answering;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.scora.console.admin.SettingRoutes.SettingView;
import org.scora.console.admin.SettingRoutes.ValueForm;
import org.scora.domain.ProfileNames;
import org.scora.domain.SettingScope.OfProfile;
import org.scora.domain.StoredSettings;
import org.scora.policy.ProfileSettings;
import org.scora.setting.SettingException;
import spark.Service;

/** The profiles, which serve many domains. */
public final class ProfileRoutes implements Routes {
    private final StoredSettings stored;

    @Inject
    public ProfileRoutes(StoredSettings stored) {
        this.stored = stored;
    }

    /** A profile and what is set in it. */
    public record ProfileView(String name, Map<String, String> settings) {}

    @Override
    public String getBasePath() {
        return "/scora/profiles";
    }

    @Override
    public void define(Service service) {
        String one = getBasePath() + "/:profile";
        service.get(
                getBasePath(),
                answering(request -> stored.profiles().stream().map(this::view).toList()));
        service.get(one, answering(request -> view(known(request))));
        service.put(one, answering(this::add));
        service.delete(one, answering(this::remove));
        service.put(one + "/settings/:name", answering(this::set));
        service.delete(one + "/settings/:name", answering(this::unset));
    }

    private ProfileView view(String name) {
        return new ProfileView(name, new TreeMap<>(stored.in(new OfProfile(name))));
    }

    private static String name(AdminRequest request) {
        return valid(() -> ProfileNames.parse(request.part(":profile")), "Expected a name such as strict.");
    }

    private String known(AdminRequest request) {
        String name = name(request);
        List<String> known = stored.profiles();
        if (!known.contains(name)) {
            throw AdminProblem.notFound(
                    "there is no profile '" + name + "'",
                    SettingException.remedyForName(name, known) + " Or add it: scora profile add " + name);
        }
        return name;
    }

    private ProfileView add(AdminRequest request) {
        String name = name(request);
        if (!stored.by(request.account()).addProfile(name)) {
            throw AdminProblem.badRequest(
                    "there is a profile '" + name + "' already", "See what is set in it: scora profile show " + name);
        }
        return view(name);
    }

    private ProfileView remove(AdminRequest request) {
        ProfileView view = view(known(request));
        valid(
                () -> stored.by(request.account()).removeProfile(view.name()),
                "Give such a domain another: scora domain set DOMAIN profile default");
        return view;
    }

    private SettingView set(AdminRequest request) {
        OfProfile scope = new OfProfile(known(request));
        String name = request.part(":name");
        String value = AdminRequest.bounded(
                        "value", request.body(ValueForm.class).value())
                .trim();
        ProfileSettings.check(scope, name, value);
        stored.by(request.account()).set(scope, name, Optional.of(value));
        return new SettingView(scope.toString(), name, Optional.of(value));
    }

    private SettingView unset(AdminRequest request) {
        OfProfile scope = new OfProfile(known(request));
        String name = request.part(":name");
        ProfileSettings.checkName(scope, name);
        stored.by(request.account()).set(scope, name, Optional.empty());
        return new SettingView(scope.toString(), name, Optional.empty());
    }
}
