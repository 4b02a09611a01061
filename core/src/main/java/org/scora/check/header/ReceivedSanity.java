package org.scora.check.header;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.message.IncomingMessage;
import org.scora.score.Finding;

/** Can the way that the Received headers tell be true (RFC 5321 section 4.4)? Those who hide invent steps. */
public final class ReceivedSanity implements Check {
    static final String BACKWARDS = "RECEIVED_BACKWARDS";
    static final String HELO_FORGED = "RECEIVED_HELO_FORGED";

    private static final int HOPS_READ = 8;
    private static final int LENGTH_READ = 2000;
    // Clocks of honest servers are wrong by minutes, their time zones by hours.
    private static final Duration BACK_AT_MOST = Duration.ofHours(26);
    // As Postfix, sendmail and Exim write it: the greeting, then the name that the address has in the DNS.
    private static final Pattern GREETING_FIRST =
            Pattern.compile("from \\[?([\\w.-]{1,255})]? {1,5}\\((?:\\w{1,30}@)?([\\w.-]{1,255}) \\[");
    // As qmail writes it: the other way round.
    private static final Pattern NAME_FIRST =
            Pattern.compile("from ([\\w.-]{1,255}) {1,5}\\((?:HELO|EHLO) ([\\w.-]{1,255})\\)");
    // These name their servers after themselves, so a name of theirs that another host gives is borrowed.
    private static final List<String> GREAT = List.of(
            "hotmail.com",
            "yahoo.com",
            "aol.com",
            "msn.com",
            "gmail.com",
            "google.com",
            "outlook.com",
            "icloud.com",
            "mail.com",
            "microsoft.com");

    @Override
    public String name() {
        return "received-sanity";
    }

    @Override
    public List<String> findings() {
        return List.of(BACKWARDS, HELO_FORGED);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        List<String> hops = message.headers("Received").stream()
                .limit(HOPS_READ)
                .filter(hop -> hop.length() <= LENGTH_READ)
                .toList();
        List<Finding> findings = new ArrayList<>();
        backwards(hops).ifPresent(findings::add);
        hops.stream().flatMap(hop -> helo(hop).stream()).findFirst().ifPresent(findings::add);
        return CheckResult.of(findings);
    }

    private static Optional<Finding> backwards(List<String> hops) {
        Optional<Instant> later = Optional.empty();
        for (String hop : hops) {
            Optional<Instant> time = MailDates.parse(hop.substring(hop.lastIndexOf(';') + 1));
            if (later.isPresent()
                    && time.isPresent()
                    && time.get().isAfter(later.get().plus(BACK_AT_MOST))) {
                return Optional.of(
                        new Finding(BACKWARDS, "passed on at " + later.get() + ", before it came in at " + time.get()));
            }
            later = time;
        }
        return Optional.empty();
    }

    private static Optional<Finding> helo(String hop) {
        Matcher greetingFirst = GREETING_FIRST.matcher(hop);
        if (greetingFirst.lookingAt()) {
            return borrowed(greetingFirst.group(1), greetingFirst.group(2));
        }
        Matcher nameFirst = NAME_FIRST.matcher(hop);
        return nameFirst.lookingAt() ? borrowed(nameFirst.group(2), nameFirst.group(1)) : Optional.empty();
    }

    private static Optional<Finding> borrowed(String greeting, String reverseName) {
        String greeted = greeting.toLowerCase(Locale.ROOT);
        String real = reverseName.toLowerCase(Locale.ROOT);
        return GREAT.stream()
                .filter(name -> isUnder(greeted, name) && !real.contains(label(name)))
                .findFirst()
                .map(name -> new Finding(HELO_FORGED, real + " said it was " + greeted));
    }

    private static boolean isUnder(String host, String name) {
        return host.equals(name) || host.endsWith("." + name);
    }

    private static String label(String name) {
        return name.substring(0, name.indexOf('.'));
    }
}
