package org.scora.check.scanner;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.scora.setting.GatewaySettings;
import org.scora.setting.ScannerSettings;
import org.scora.setting.ServerAddress;
import org.scora.setting.Setting;

/** The bridges that the settings ask for. */
public final class Scanners {
    private Scanners() {}

    public static List<Scanner> of(GatewaySettings settings) {
        return Stream.<Optional<? extends Scanner>>of(
                        exchange(settings, ScannerSettings.CLAMAV).map(ClamAv::new),
                        exchange(settings, ScannerSettings.RSPAMD).map(Rspamd::new),
                        exchange(settings, ScannerSettings.SPAMD).map(Spamd::new),
                        exchange(settings, ScannerSettings.ICAP).map(exchange -> icap(exchange, settings)))
                .<Scanner>flatMap(Optional::stream)
                .toList();
    }

    private static Icap icap(Exchange exchange, GatewaySettings settings) {
        String host = settings.get(ScannerSettings.ICAP)
                .filter(address -> !address.isUnix())
                .map(ServerAddress::text)
                .orElse("localhost");
        return new Icap(exchange, settings.get(ScannerSettings.ICAP_SERVICE), host);
    }

    private static Optional<Exchange> exchange(GatewaySettings settings, Setting<Optional<ServerAddress>> address) {
        Duration timeout = Duration.ofMillis(settings.get(ScannerSettings.TIMEOUT));
        return settings.get(address).map(where -> new Exchange(where, timeout));
    }
}
