package org.scora.fit;

import java.util.List;
import java.util.stream.Stream;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.dns.PublicSuffixes;
import org.scora.learn.Learner;
import org.scora.learn.Lesson;
import org.scora.message.IncomingMessage;
import org.scora.score.Finding;

/**
 * What is needed of a labelled mail after it was read.
 *
 * @param fold what is left out together with it: its source, or a part of its source's senders
 * @param findings what the checks found that need neither the network nor the learner
 */
record Sample(LabelledMail mail, String fold, Lesson lesson, List<Finding> findings) {
    private static final int PARTS = 5;

    static Sample of(LabelledMail mail, List<Check> checks, Learner learner) {
        IncomingMessage message = mail.read();
        return new Sample(
                mail,
                fold(mail, message),
                learner.lesson(message, mail.unwanted()),
                checks.stream().flatMap(check -> findings(check, message)).toList());
    }

    boolean unwanted() {
        return mail.unwanted();
    }

    String source() {
        return mail.source();
    }

    private static Stream<Finding> findings(Check check, IncomingMessage message) {
        try {
            return check.examine(message) instanceof CheckResult.Found found
                    ? found.findings().stream()
                    : Stream.empty();
        } catch (Exception e) {
            throw new FitException("The check " + check.name() + " failed: " + e);
        }
    }

    private static String fold(LabelledMail mail, IncomingMessage message) {
        if (!mail.bySender()) {
            return mail.source();
        }
        String sender = message.from().stream()
                .findFirst()
                .map(from -> from.address().substring(from.address().lastIndexOf('@') + 1))
                .map(PublicSuffixes.bundled()::organizationalDomain)
                .orElse("");
        return mail.source() + " " + Math.floorMod(31 * sender.hashCode(), PARTS);
    }
}
