package org.scora.quarantine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.scora.check.scanner.ScanResult;
import org.scora.check.scanner.Scanner;
import org.scora.message.Envelope;
import org.scora.message.IncomingMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the scanners of the settings once more: a signature may have come since the message was held. */
public final class ScannersAgain implements VirusScan {
    private static final Logger LOGGER = LoggerFactory.getLogger(ScannersAgain.class);
    private static final int LONGEST_NAME = 100;
    private static final Envelope NO_ENVELOPE =
            new Envelope(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    private final List<Scanner> scanners;
    private final Set<String> required;

    /** @param required names of scanners without whose answer nothing is released */
    public ScannersAgain(List<Scanner> scanners, Set<String> required) {
        this.scanners = List.copyOf(scanners);
        this.required = Set.copyOf(required);
    }

    @Override
    public Answer scan(byte[] message) {
        Optional<Answer.Unanswered> unanswered = Optional.empty();
        IncomingMessage read = IncomingMessage.read(new ByteArrayInputStream(message), NO_ENVELOPE);
        for (Scanner scanner : scanners) {
            Answer answer = ask(scanner, read);
            if (answer instanceof Answer.Infected) {
                return answer;
            }
            if (answer instanceof Answer.Unanswered missing && required.contains(scanner.name())) {
                unanswered = Optional.of(missing);
            }
        }
        return unanswered.<Answer>map(missing -> missing).orElseGet(Answer.Clean::new);
    }

    private static Answer ask(Scanner scanner, IncomingMessage message) {
        try {
            if (scanner.scan(message) instanceof ScanResult.Infected infected) {
                String name = infected.name().strip();
                return new Answer.Infected(
                        scanner.name() + " calls it " + name.substring(0, Math.min(LONGEST_NAME, name.length())));
            }
            return new Answer.Clean();
        } catch (IOException e) {
            LOGGER.warn("{} does not answer about a message that is to be released", scanner.name(), e);
            return new Answer.Unanswered(scanner.name() + " does not answer");
        }
    }
}
