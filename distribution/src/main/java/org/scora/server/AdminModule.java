package org.scora.server;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.util.Optional;
import org.apache.james.webadmin.FixedPortSupplier;
import org.apache.james.webadmin.WebAdminConfiguration;
import org.apache.james.webadmin.authentication.AuthenticationFilter;
import org.scora.console.admin.AdminTokenFilter;
import org.scora.setting.GatewaySettings;

/** Puts James' webadmin on loopback and behind the token; there is no file by which this could be undone. */
final class AdminModule extends AbstractModule {
    private static final Optional<Integer> LEAST_THREADS = Optional.of(2);
    private static final Optional<Integer> MOST_THREADS = Optional.of(10);

    @Override
    protected void configure() {
        bind(AuthenticationFilter.class).to(AdminTokenFilter.class);
    }

    @Provides
    @Singleton
    WebAdminConfiguration configuration(GatewaySettings settings) {
        return WebAdminConfiguration.builder()
                .enabled()
                .host("127.0.0.1")
                .port(new FixedPortSupplier(settings.get(GatewaySettings.ADMIN_PORT)))
                .corsDisabled()
                .minThreadCount(LEAST_THREADS)
                .maxThreadCount(MOST_THREADS)
                .build();
    }
}
