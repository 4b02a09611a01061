package org.scora.check.text;

import java.util.List;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.message.IncomingMessage;

/** Does the text hold GTUBE, the string with which one tries whether spam is found? */
public final class Gtube implements Check {
    static final String FINDING = "GTUBE";

    private static final String STRING = "XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X";

    @Override
    public String name() {
        return "gtube";
    }

    @Override
    public List<String> findings() {
        return List.of(FINDING);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        return message.text().contains(STRING)
                ? CheckResult.found(FINDING, "the text holds " + STRING)
                : CheckResult.notFound();
    }
}
