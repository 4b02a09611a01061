package org.scora.setting;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The part of {@code scora.properties} that is about other programs which look at mail. All are off unless named. */
public final class ScannerSettings {
    private static final String ADDRESS = "host:port, or unix: and a path";

    public static final Setting<Optional<ServerAddress>> CLAMAV = address(
            "scanner.clamav", "Where ClamAV's clamd listens, such as 127.0.0.1:3310 or unix:/run/clamav/clamd.ctl.");

    public static final Setting<Optional<ServerAddress>> RSPAMD =
            address("scanner.rspamd", "Where rspamd's normal worker listens, such as 127.0.0.1:11333.");

    public static final Setting<Optional<ServerAddress>> SPAMD =
            address("scanner.spamd", "Where SpamAssassin's spamd listens, such as 127.0.0.1:783.");

    public static final Setting<Optional<ServerAddress>> ICAP =
            address("scanner.icap", "Where an ICAP server for virus scanners listens, such as 127.0.0.1:1344.");

    /** Where each scanner listens, by its name. */
    static final Map<String, Setting<Optional<ServerAddress>>> ADDRESSES =
            ImmutableMap.of("clamav", CLAMAV, "rspamd", RSPAMD, "spamd", SPAMD, "icap", ICAP);

    public static final Setting<String> ICAP_SERVICE = Setting.optional(
            "scanner.icap-service",
            "the path of a service",
            "avscan",
            ScannerSettings::service,
            "The service to ask the ICAP server for.");

    public static final Setting<Integer> TIMEOUT = Setting.number(
            "scanner.timeout-ms",
            4000,
            100,
            60_000,
            "How long a scanner may take for one message, in milliseconds; no longer than score.deadline-ms.");

    public static final Setting<Set<String>> REQUIRED = Setting.optional(
            "scanner.required",
            "names out of clamav, rspamd, spamd and icap, with commas between them",
            "",
            ScannerSettings::names,
            "Scanners without whose answer no mail passes: it waits in the queue. Without the others it goes on.");

    static final List<Setting<?>> ALL = List.of(CLAMAV, RSPAMD, SPAMD, ICAP, ICAP_SERVICE, TIMEOUT, REQUIRED);

    private ScannerSettings() {}

    private static Setting<Optional<ServerAddress>> address(String name, String sentence) {
        return Setting.optional(name, ADDRESS, "", ServerAddress::parse, sentence);
    }

    private static String service(String text) {
        if (!text.matches("[A-Za-z0-9._~/-]{1,200}")) {
            throw new IllegalArgumentException("no path of a service");
        }
        return text;
    }

    private static Set<String> names(String text) {
        Set<String> names = Splitter.on(',')
                .trimResults()
                .omitEmptyStrings()
                .splitToStream(text)
                .collect(Collectors.toUnmodifiableSet());
        names.stream().filter(name -> !ADDRESSES.containsKey(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("no scanner is named '" + name + "'");
        });
        return names;
    }
}
