package org.scora.check.header;

import java.util.ArrayList;
import java.util.List;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.message.IncomingMessage;
import org.scora.message.Mailbox;
import org.scora.score.Finding;

/** Do little pictures (emoji) stand in the lines that a mailbox shows? Shops do that in subjects, hardly anyone in a name. */
public final class Decoration implements Check {
    static final String NAME = "FROM_NAME_PICTURES";
    static final String SUBJECT = "SUBJECT_PICTURES";

    // Dingbats and arrows that are old text signs, and the blocks of pictures (Unicode 15.1, emoji-data).
    private static final int DINGBATS = 0x2600;
    private static final int DINGBATS_END = 0x27BF;
    private static final int STARS = 0x2B50;
    private static final int PICTURES = 0x1F000;
    private static final int PICTURES_END = 0x1FAFF;

    @Override
    public String name() {
        return "decoration";
    }

    @Override
    public List<String> findings() {
        return List.of(NAME, SUBJECT);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        List<Finding> findings = new ArrayList<>();
        message.from().stream()
                .findFirst()
                .map(Mailbox::displayName)
                .filter(Decoration::hasPicture)
                .ifPresent(name -> findings.add(new Finding(NAME, "From is named '" + name + "'")));
        if (hasPicture(message.subject())) {
            findings.add(new Finding(SUBJECT, "Subject: " + SubjectTricks.shown(message.subject())));
        }
        return CheckResult.of(findings);
    }

    private static boolean hasPicture(String text) {
        return text.codePoints()
                .anyMatch(letter -> letter >= DINGBATS && letter <= DINGBATS_END
                        || letter == STARS
                        || letter >= PICTURES && letter <= PICTURES_END);
    }
}
