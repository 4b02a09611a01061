package org.scora.check.attachment;

import java.util.List;
import java.util.stream.Stream;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.message.IncomingMessage;
import org.scora.message.file.Contents;
import org.scora.message.file.Macros;
import org.scora.message.file.MailFile;
import org.scora.score.Finding;

/** Does an Office document bring macros, and do they run by themselves and reach for other programs or the network? */
public final class OfficeMacro implements Check {
    static final String MACRO = "OFFICE_MACRO";
    static final String AUTOMATIC = "OFFICE_MACRO_AUTOMATIC";
    static final String DROPPER = "OFFICE_MACRO_DROPPER";
    static final String REMOTE = "OFFICE_REMOTE_TEMPLATE";

    @Override
    public String name() {
        return "office-macro";
    }

    @Override
    public List<String> findings() {
        return List.of(MACRO, AUTOMATIC, DROPPER, REMOTE);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        return FirstOfEach.of(message.files().all().stream().flatMap(OfficeMacro::examine));
    }

    private static Stream<Finding> examine(MailFile file) {
        if (!(file.contents() instanceof Contents.Office office)) {
            return Stream.empty();
        }
        return Stream.concat(
                office.macros().stream().map(macros -> weigh(file, macros)),
                office.remoteTemplate().stream()
                        .map(address -> new Finding(REMOTE, file.shown() + " loads " + address)));
    }

    private static Finding weigh(MailFile file, Macros macros) {
        String automatic = macros.automatic().orElse("");
        if (automatic.isEmpty()) {
            return new Finding(MACRO, file.shown() + " has macros");
        }
        String what = file.shown() + " runs " + automatic + " by itself";
        return macros.reach()
                .map(reach -> new Finding(DROPPER, what + ", and uses " + reach))
                .orElseGet(() -> new Finding(AUTOMATIC, what));
    }
}
