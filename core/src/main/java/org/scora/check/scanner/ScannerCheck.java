package org.scora.check.scanner;

import java.io.IOException;
import java.util.List;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.message.IncomingMessage;
import org.scora.score.Finding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What does another program say of the message? One that does not answer is left alone for a while. */
public final class ScannerCheck implements Check {
    static final String VIRUS = "VIRUS_FOUND";
    static final String SPAM = "SCANNER_SPAM";
    static final String HAM = "SCANNER_HAM";

    private static final Logger LOGGER = LoggerFactory.getLogger(ScannerCheck.class);
    private static final double LEAST_POINTS = 0.1;
    private static final int LONGEST_NAME = 100;

    private final Scanner scanner;
    private final Breaker breaker;
    private final boolean required;

    /** @param required whether mail has to wait while the scanner does not answer */
    public ScannerCheck(Scanner scanner, Breaker breaker, boolean required) {
        this.scanner = scanner;
        this.breaker = breaker;
        this.required = required;
    }

    @Override
    public String name() {
        return scanner.name();
    }

    @Override
    public List<String> findings() {
        return List.of(VIRUS, SPAM, HAM);
    }

    @Override
    public boolean waits() {
        return true;
    }

    @Override
    public boolean required() {
        return required;
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        if (!breaker.mayTry()) {
            return CheckResult.unknown("it did not answer lately and is left alone for a while");
        }
        try {
            ScanResult result = scanner.scan(message);
            if (breaker.succeeded()) {
                LOGGER.info("{} answers again", scanner.name());
            }
            return answer(result);
        } catch (IOException e) {
            if (breaker.failed()) {
                LOGGER.warn("{} fails again and again and is left alone for a while", scanner.name(), e);
            }
            return CheckResult.unknown(String.valueOf(e.getMessage()));
        }
    }

    private CheckResult answer(ScanResult result) {
        if (result instanceof ScanResult.Infected infected) {
            String virus = infected.name().strip();
            String shown = virus.substring(0, Math.min(LONGEST_NAME, virus.length()));
            return CheckResult.found(VIRUS, scanner.name() + " calls it " + shown);
        }
        if (result instanceof ScanResult.Opinion opinion && Math.abs(opinion.points()) >= LEAST_POINTS) {
            return CheckResult.of(List.of(new Finding(
                    opinion.points() > 0 ? SPAM : HAM,
                    scanner.name() + ": " + opinion.evidence(),
                    Math.abs(opinion.points()))));
        }
        return CheckResult.notFound();
    }
}
