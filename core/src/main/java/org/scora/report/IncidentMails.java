package org.scora.report;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.scora.domain.ProtectedDomain;
import org.scora.incident.Incident;
import org.scora.incident.IncidentFacts.Example;
import org.scora.incident.IncidentNotices;
import org.scora.message.Addresses;
import org.scora.message.OutgoingMail;

/** The mails about incidents: plain text, in which what a stranger wrote is no link. */
public final class IncidentMails implements IncidentNotices {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final AutomaticMail mail;
    private final String gateway;
    private final Clock clock;

    /**
     * @param gateway the host name of this gateway
     * @param clock its zone is the one in which times are told
     */
    public IncidentMails(String gateway, Clock clock) {
        this.mail = new AutomaticMail(gateway);
        this.gateway = gateway;
        this.clock = clock;
    }

    @Override
    public OutgoingMail toOperator(Incident incident, String address) {
        String text = incident.facts().sentence() + ".\n\n" + facts(incident) + domains(incident)
                + examples(incident, example -> true) + deleted(incident, example -> true) + remedy(incident);
        return write(incident, "operator", List.of(address), text);
    }

    @Override
    public OutgoingMail toAdministrators(Incident incident, ProtectedDomain domain) {
        long concerned = incident.facts().domains().getOrDefault(domain.name(), 0L);
        String count = concerned == 0
                ? ""
                : concerned + (concerned == 1 ? " message" : " messages") + " for " + domain.name()
                        + " may be held wrongly.\n\n";
        String text = incident.facts().sentence() + ".\n\n" + count + facts(incident)
                + examples(incident, example -> isOf(domain, example))
                + deleted(incident, example -> isOf(domain, example))
                + "\nWhat to do: look at what is held for " + domain.name()
                + " and release what is wanted. Whoever runs the gateway was written to as well, and can release all"
                + " of it at once.\n";
        return write(incident, domain.name(), domain.administrators(), text);
    }

    private String facts(Incident incident) {
        return "Incident:  " + incident.id() + " at " + gateway
                + "\nAbout:     " + Harmless.text(incident.subject().words())
                + "\nSince:     " + minute(incident.beganAt())
                + "\nNoticed:   " + minute(incident.openedAt()) + "\n"
                + incident.facts().measures().stream()
                        .map(measure -> "\n" + capitalized(measure.what()) + ":\n    usual: " + measure.usual()
                                + "\n    now:   " + measure.now() + "\n")
                        .collect(Collectors.joining());
    }

    private static String domains(Incident incident) {
        return incident.facts().domains().isEmpty()
                ? ""
                : "\nMessages concerned, by domain:\n"
                        + incident.facts().domains().entrySet().stream()
                                .sorted((one, other) -> Long.compare(other.getValue(), one.getValue()))
                                .limit(10)
                                .map(entry -> "    " + Harmless.text(entry.getKey()) + ": " + entry.getValue() + "\n")
                                .collect(Collectors.joining());
    }

    private static boolean isOf(ProtectedDomain domain, Example example) {
        return Addresses.domainOf(example.recipient())
                .filter(domain.name()::equals)
                .isPresent();
    }

    private String examples(Incident incident, Predicate<Example> shown) {
        String list = list(incident.facts().examples(), shown);
        return list.isEmpty() ? "" : "\nSome of the messages:\n" + list;
    }

    private String deleted(Incident incident, Predicate<Example> shown) {
        String list = incident.facts()
                .deleted()
                .map(deleted -> list(deleted.newest(), shown))
                .orElse("");
        return list.isEmpty()
                ? ""
                : "\nDeleted because of it, as the settings say. Nobody can give these back; ask the senders to send them"
                        + " again. The newest of them:\n" + list;
    }

    private String list(List<Example> examples, Predicate<Example> shown) {
        return examples.stream()
                .filter(shown)
                .map(example -> "    " + example.receipt() + ", " + minute(example.receivedAt())
                        + (example.wanted() ? ", released or allowed by somebody" : "")
                        + "\n        to:      " + Harmless.text(example.recipient())
                        + "\n        from:    " + Harmless.text(example.sender().orElse("<> (a bounce)"))
                        + "\n        subject: " + Harmless.text(example.subject()) + "\n")
                .collect(Collectors.joining());
    }

    private static String remedy(Incident incident) {
        String number = Long.toString(incident.id());
        if (!incident.subject().isFinding()) {
            return "\nWhat to do: look at what is held, with scora quarantine list. If it is spam, nothing needs to be"
                    + " done: the incident is closed once the share is usual again.\n";
        }
        return "\nWhat to do:\n\n    scora incident show " + number + "\n\nIf the finding is wrong, see what would be"
                + " released, then release it:\n\n    scora incident undo " + number + " --dry-run\n    scora incident"
                + " undo " + number + " --yes\n\nOnce it is mended:\n\n    scora incident close " + number
                + "\n\nIf it is right, let it count and leave it in peace for two weeks:\n\n    scora incident close "
                + number + " --trust\n";
    }

    private String minute(Instant time) {
        return MINUTE.format(time.atZone(clock.getZone())) + " ("
                + clock.getZone().getId() + ")";
    }

    private static String capitalized(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private OutgoingMail write(Incident incident, String to, List<String> recipients, String text) {
        String id = "incident-" + incident.id() + "-" + to.replaceAll("[^A-Za-z0-9-]", "-");
        String subject = "Incident " + incident.id() + ": "
                + Harmless.text(incident.subject().words());
        return mail.write(
                id, recipients, subject, clock.instant(), message -> AutomaticMail.setPlainText(message, text));
    }
}
