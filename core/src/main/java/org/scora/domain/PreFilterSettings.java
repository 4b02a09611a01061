package org.scora.domain;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.scora.setting.Setting;

/** The settings that say what is refused before it is taken. They hold for domains, exempt recipients among them. */
public final class PreFilterSettings {
    private static final String NONE = "none";

    /** Stands for every list in {@link #DNS_LISTS}. */
    public static final String ALL_LISTS = "all";

    public static final Setting<Set<String>> DNS_LISTS = Setting.optional(
            "refuseDnsListed",
            "none, all, or zones of dnslists.tsv with commas between them",
            NONE,
            PreFilterSettings::zones,
            "Block lists in the DNS whose clients are refused. Only lists that dnslists.tsv asks about client, with points"
                    + " above 0, are asked. Mail to postmaster and abuse is taken all the same.");

    public static final Setting<Boolean> SENDER_DOMAIN = Setting.flag(
            "refuseUnknownSenderDomain",
            true,
            "Whether mail is refused whose sender's domain does not exist, or says that it takes no mail (null MX). It is"
                    + " put off while the DNS does not tell.");

    public static final Setting<Boolean> HELO_AS_GATEWAY = Setting.flag(
            "refuseHeloAsGateway",
            true,
            "Whether a client is refused that greets with this gateway's own name, from an address that is not ours.");

    public static final Setting<Boolean> HELO_AS_DOMAIN = Setting.flag(
            "refuseHeloAsDomain",
            false,
            "Whether a client is refused that greets with the recipient's domain, from an address that is neither the"
                    + " domain's own in the DNS nor one of its mail servers. An office that sends under the bare name of"
                    + " its domain from another address would be refused too.");

    public static final Setting<Integer> MAX_MEBIBYTES = Setting.number(
            "maxMessageMiB",
            0,
            0,
            2047,
            "The largest message that is taken, in MiB. 0 is as large as the gateway takes (maxmessagesize in"
                    + " smtpserver.xml), and never is it more.");

    /** All of them. */
    public static final List<Setting<?>> ALL =
            List.of(DNS_LISTS, SENDER_DOMAIN, HELO_AS_GATEWAY, HELO_AS_DOMAIN, MAX_MEBIBYTES);

    private PreFilterSettings() {}

    private static Set<String> zones(String text) {
        Set<String> zones = new TreeSet<>(
                Splitter.on(',').trimResults().omitEmptyStrings().splitToList(text.toLowerCase(Locale.ROOT)));
        boolean alone = zones.size() == 1;
        if (!alone && (zones.contains(NONE) || zones.contains(ALL_LISTS))) {
            throw new IllegalArgumentException("none and all stand alone");
        }
        for (String zone : zones) {
            if (!zone.matches("[a-z0-9._-]{1,253}")) {
                throw new IllegalArgumentException("'" + zone + "' is no zone");
            }
        }
        return alone && zones.contains(NONE) ? Set.of() : Set.copyOf(zones);
    }
}
