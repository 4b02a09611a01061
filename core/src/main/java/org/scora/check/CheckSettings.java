package org.scora.check;

import java.util.List;
import java.util.Set;
import org.scora.check.dnslist.DnsList;
import org.scora.check.dnslist.DnsListsFile;
import org.scora.check.scanner.Scanner;
import org.scora.check.scanner.Scanners;
import org.scora.setting.GatewaySettings;
import org.scora.setting.ScannerSettings;
import org.scora.setting.SettingException;

/**
 * What the checks have to know of this gateway.
 *
 * @param gatewayHostname this gateway's name, for SPF's macros
 * @param trustedSealers domains of those whose ARC seals count, in lower case
 * @param dnsLists the block and allow lists to ask
 * @param scanners other programs to ask
 * @param requiredScanners names of those without whose answer no mail passes
 */
public record CheckSettings(
        String gatewayHostname,
        Set<String> trustedSealers,
        List<DnsList> dnsLists,
        List<Scanner> scanners,
        Set<String> requiredScanners) {

    public CheckSettings {
        trustedSealers = Set.copyOf(trustedSealers);
        dnsLists = List.copyOf(dnsLists);
        scanners = List.copyOf(scanners);
        requiredScanners = Set.copyOf(requiredScanners);
    }

    /** Without anything that has to be set up. */
    public static CheckSettings plain(String gatewayHostname) {
        return new CheckSettings(gatewayHostname, Set.of(), List.of(), List.of(), Set.of());
    }

    /**
     * What a gateway's files say.
     *
     * @throws SettingException for the first thing that is wrong in them
     */
    public static CheckSettings of(GatewaySettings settings) {
        return new CheckSettings(
                settings.get(GatewaySettings.HOSTNAME),
                settings.get(GatewaySettings.ARC_TRUSTED_SEALERS),
                DnsListsFile.in(settings.confFolder()),
                Scanners.of(settings),
                settings.get(ScannerSettings.REQUIRED));
    }
}
