package org.scora.check;

import java.util.Set;
import org.scora.setting.GatewaySettings;

/**
 * What the checks have to know of this gateway.
 *
 * @param gatewayHostname this gateway's name, for SPF's macros
 * @param trustedSealers domains of those whose ARC seals count, in lower case
 */
public record CheckSettings(String gatewayHostname, Set<String> trustedSealers) {

    public CheckSettings {
        trustedSealers = Set.copyOf(trustedSealers);
    }

    /** Without anything that has to be set up. */
    public static CheckSettings plain(String gatewayHostname) {
        return new CheckSettings(gatewayHostname, Set.of());
    }

    /** What a gateway's files say. */
    public static CheckSettings of(GatewaySettings settings) {
        return new CheckSettings(
                settings.get(GatewaySettings.HOSTNAME), settings.get(GatewaySettings.ARC_TRUSTED_SEALERS));
    }
}
