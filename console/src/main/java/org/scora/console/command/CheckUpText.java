package org.scora.console.command;

import java.time.ZoneId;
import java.util.List;
import org.scora.checkup.CheckUpFinding;
import org.scora.checkup.CheckUpResult;
import org.scora.checkup.Level;
import org.scora.checkup.PutOffSender;
import org.scora.checkup.Question;

/** Writes what a check-up found, for a person. */
final class CheckUpText {
    private static final int MOST_SENDERS = 50;

    private final Screen screen;
    private final ZoneId zone;

    CheckUpText(Screen screen, ZoneId zone) {
        this.screen = screen;
        this.zone = zone;
    }

    void show(CheckUpResult result) {
        screen.line("Check-up of " + result.domain() + " at " + Text.minute(result.at(), zone));
        for (Question question : Question.values()) {
            List<CheckUpFinding> findings = result.findings().stream()
                    .filter(finding -> finding.question() == question)
                    .toList();
            if (!findings.isEmpty()) {
                screen.line("");
                screen.line(question.title());
                findings.forEach(this::show);
            }
            if (question == Question.WAITING) {
                show(result.putOff());
            }
        }
        screen.line("");
        screen.line(verdict(result));
    }

    void show(CheckUpFinding finding) {
        screen.indented("  " + mark(finding.level()) + "  " + finding.sentence());
        finding.fix().ifPresent(fix -> screen.indented("           -> " + fix));
    }

    private static String mark(Level level) {
        return switch (level) {
            case GOOD -> "ok     ";
            case NOTE -> "note   ";
            case STEP -> "next   ";
            case UNKNOWN -> "unknown";
            case PROBLEM -> "PROBLEM";
        };
    }

    private void show(List<PutOffSender> senders) {
        senders.stream()
                .limit(MOST_SENDERS)
                .forEach(sender -> screen.indented("           "
                        + Text.minute(sender.at(), zone) + "  " + Text.sender(sender.sender()) + " to "
                        + sender.recipient() + ", "
                        + sender.cameBack()
                                .map(back -> "came back " + Text.minute(back, zone))
                                .orElse("has not come back")));
    }

    static String verdict(CheckUpResult result) {
        String domain = result.domain();
        return switch (result.stage()) {
            case PREPARING ->
                domain + " is not ready: see to what is marked PROBLEM or unknown before its MX records change.";
            case READY ->
                domain
                        + " is ready. Follow what is marked next; for the customer's zone and firewall: scora domain check "
                        + domain + " --texts";
            case MOVING ->
                "The cut-over of " + domain + " is under way; to be told when it is complete: scora domain check "
                        + domain + " --watch";
            case COMPLETE -> "The cut-over is complete: all mail of " + domain + " comes to this gateway.";
        };
    }
}
