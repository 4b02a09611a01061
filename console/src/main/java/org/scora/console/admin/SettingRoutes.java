package org.scora.console.admin;

import static org.scora.console.admin.JsonRoute.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.scora.domain.DomainProperty;
import org.scora.domain.EffectiveSettings;
import org.scora.domain.OwnListener;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.ProtectedDomains;
import org.scora.domain.Recipients;
import org.scora.domain.SettingScope;
import org.scora.domain.SettingScope.OfDomain;
import org.scora.domain.SettingScope.OfUser;
import org.scora.domain.StoredSettings;
import org.scora.policy.ChainProfile;
import org.scora.policy.EffectiveValue;
import org.scora.policy.ProfileSettings;
import org.scora.policy.Profiles;
import org.scora.setting.Setting;
import org.scora.setting.SettingException;
import org.scora.setting.Settings;
import spark.Service;

/** What is set for a domain and for its users, each setting by itself, and where each value that holds comes from. */
public final class SettingRoutes implements Routes {
    private final ProtectedDomains domains;
    private final StoredSettings stored;
    private final EffectiveSettings effective;
    private final Recipients recipients;
    private final ChainProfile chain;
    private final KnownDomains known;
    private final DomainParser parser;

    @Inject
    public SettingRoutes(
            ProtectedDomains domains,
            StoredSettings stored,
            EffectiveSettings effective,
            Recipients recipients,
            ChainProfile chain,
            OwnListener ownListener) {
        this.domains = domains;
        this.stored = stored;
        this.effective = effective;
        this.recipients = recipients;
        this.chain = chain;
        this.known = new KnownDomains(domains);
        this.parser = new DomainParser(ownListener);
    }

    /** The body of a change. */
    public record ValueForm(String value) {}

    /** What a setting is now; no value when it was taken back. */
    public record SettingView(String scope, String name, Optional<String> value) {}

    @Override
    public String getBasePath() {
        return "/scora/domains/:domain";
    }

    @Override
    public void define(Service service) {
        String ofDomain = getBasePath() + "/settings";
        String ofUser = getBasePath() + "/users/:user/settings";
        service.get(
                ofDomain,
                answering(request -> profiles().explained(known.of(request).name())));
        service.put(ofDomain + "/:name", answering(this::setForDomain));
        service.delete(ofDomain + "/:name", answering(this::unsetForDomain));
        service.get(ofUser, answering(this::ofUser));
        service.put(ofUser + "/:name", answering(request -> set(request, user(request), Optional.of(value(request)))));
        service.delete(ofUser + "/:name", answering(request -> set(request, user(request), Optional.empty())));
    }

    private Profiles profiles() {
        return new Profiles(effective, recipients, chain.written());
    }

    private List<EffectiveValue> ofUser(AdminRequest request) {
        OfUser user = user(request);
        return profiles().explained(user.domain(), user.localPart());
    }

    private OfUser user(AdminRequest request) {
        String domain = known.of(request).name();
        return new OfUser(domain, MailAddress.localPart(request.part(":user"), domain));
    }

    private static String value(AdminRequest request) {
        return AdminRequest.bounded("value", request.body(ValueForm.class).value())
                .trim();
    }

    private SettingView setForDomain(AdminRequest request) {
        Optional<DomainProperty> property = DomainProperty.named(request.part(":name"));
        OfDomain scope = new OfDomain(known.of(request).name());
        return property.isPresent()
                ? change(request, scope, property.get(), value(request))
                : set(request, scope, Optional.of(value(request)));
    }

    private SettingView unsetForDomain(AdminRequest request) {
        Optional<DomainProperty> property = DomainProperty.named(request.part(":name"));
        OfDomain scope = new OfDomain(known.of(request).name());
        return property.isPresent()
                ? change(request, scope, property.get(), byDefault(scope, property.get()))
                : set(request, scope, Optional.empty());
    }

    private static String byDefault(OfDomain scope, DomainProperty property) {
        return property.setting()
                .defaultText()
                .orElseThrow(() -> AdminProblem.badRequest(
                        property.name() + " of " + scope + " can not be taken back: every domain has one",
                        "Set another: scora domain set " + scope.domain() + " " + property.name() + " ..."));
    }

    private SettingView change(AdminRequest request, OfDomain scope, DomainProperty property, String value) {
        Settings.of(scope.toString(), Map.of(property.name(), value), List.of(property.setting()));
        ProtectedDomain changed = domains.by(request.account()).change(scope.domain(), now -> {
            ProtectedDomain domain = property.writer().apply(now.orElseGet(() -> known.named(scope.domain())), value);
            parser.checkRoute(domain);
            return domain;
        });
        return new SettingView(
                scope.toString(), property.name(), Optional.of(property.reader().apply(changed)));
    }

    private SettingView set(AdminRequest request, SettingScope scope, Optional<String> value) {
        String name = request.part(":name");
        checkName(scope, name);
        value.ifPresent(text -> ProfileSettings.check(scope, name, text));
        stored.by(request.account()).set(scope, name, value);
        return new SettingView(scope.toString(), name, value);
    }

    // Of a domain, its route and the like can be set too, and are suggested.
    private static void checkName(SettingScope scope, String name) {
        List<String> names = new ArrayList<>(
                ProfileSettings.in(scope).stream().map(Setting::name).toList());
        if (scope instanceof OfDomain && !names.contains(name)) {
            List<String> all = Stream.concat(DomainProperty.ALL.stream().map(DomainProperty::name), names.stream())
                    .toList();
            throw SettingException.of(scope.toString(), name, "unknown key", SettingException.remedyForName(name, all));
        }
        ProfileSettings.checkName(scope, name);
    }
}
