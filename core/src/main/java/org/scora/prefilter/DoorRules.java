package org.scora.prefilter;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.scora.domain.EffectiveSettings;
import org.scora.domain.PreFilterSettings;
import org.scora.setting.Settings;

/**
 * What a domain wants refused.
 *
 * @param dnsLists zones; {@link PreFilterSettings#ALL_LISTS} among them stands for every list
 * @param maxMebibytes 0 for the gateway's own limit
 */
record DoorRules(
        Set<String> dnsLists, boolean senderDomain, boolean heloAsGateway, boolean heloAsDomain, int maxMebibytes) {

    static DoorRules of(EffectiveSettings effective, String domain) {
        Settings settings = effective.of(domain, PreFilterSettings.ALL);
        return new DoorRules(
                settings.get(PreFilterSettings.DNS_LISTS),
                settings.get(PreFilterSettings.SENDER_DOMAIN),
                settings.get(PreFilterSettings.HELO_AS_GATEWAY),
                settings.get(PreFilterSettings.HELO_AS_DOMAIN),
                settings.get(PreFilterSettings.MAX_MEBIBYTES));
    }

    List<String> zonesAmong(List<String> known) {
        return dnsLists.contains(PreFilterSettings.ALL_LISTS)
                ? known
                : known.stream().filter(dnsLists::contains).toList();
    }

    /** Those that it names and that there are not. */
    Stream<String> zonesBeside(List<String> known) {
        return dnsLists.stream().filter(zone -> !known.contains(zone) && !zone.equals(PreFilterSettings.ALL_LISTS));
    }
}
