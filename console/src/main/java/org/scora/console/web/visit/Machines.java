package org.scora.console.web.visit;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scora.message.Outbox;
import org.scora.people.Codes;
import org.scora.people.Codes.Tried;
import org.scora.people.Marks;
import org.scora.report.SignInMails;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells programs from people. A program that follows every link also follows the decoy in a mail, and one that presses
 * every button presses the decoy on a page, of which no person sees either; from then on whoever comes with its cookie,
 * from its network, or by links to the same mailbox, acts only with a code that is mailed to the mailbox. One that presses
 * the right button alone does so faster than a person can read: it has to press again, and is taken for a program when it
 * is in such a hurry again and again.
 */
public final class Machines {
    /** The field in which the code comes. */
    public static final String CODE = "code";

    /** The field that the decoy on a page sends. */
    public static final String DECOY = "decoy";

    private static final Logger LOGGER = LoggerFactory.getLogger(Machines.class);
    private static final Duration SUSPECTED = Duration.ofMinutes(30);
    private static final Duration PROVEN = Duration.ofHours(8);
    private static final int CODES_AN_HOUR = 5;
    // Between seeing a page and pressing its button. People need longer, even those who know the page.
    private static final Duration A_LOOK = Duration.ofMillis(1500);
    private static final int HURRIES = 2;

    private final Marks marks;
    private final Codes codes;
    private final Outbox outbox;
    private final SignInMails mails;
    private final Clock clock;
    private final Rate mailed;
    private final Rate hurried;

    public Machines(Marks marks, Codes codes, Outbox outbox, SignInMails mails, Clock clock) {
        this.marks = marks;
        this.codes = codes;
        this.outbox = outbox;
        this.mails = mails;
        this.clock = clock;
        this.mailed = new Rate(CODES_AN_HOUR, Duration.ofHours(1), clock);
        this.hurried = new Rate(HURRIES, SUSPECTED, clock);
    }

    /** Somebody followed the decoy in a mail to this mailbox. */
    public void followedDecoy(Visit visit, String owner) {
        marks.put(suspicions(visit, owner), clock.instant().plus(SUSPECTED));
    }

    private static List<String> suspicions(Visit visit, String owner) {
        return List.of(
                "machine network " + visit.network(),
                "machine browser " + visit.visitor().key(),
                "machine mailbox " + owner.toLowerCase(Locale.ROOT));
    }

    /**
     * Stops one who pressed a button on a page of a link before a person can have read it.
     *
     * @return a page on which the button is to be pressed again; empty for one who took the time, and for one who was
     *     stopped so often that a code is asked for
     */
    public Optional<Reply> hurried(Visit visit, String owner) {
        if (visit.looked(visit.path()).compareTo(A_LOOK) >= 0 || isProven(visit, owner)) {
            return Optional.empty();
        }
        if (!hurried.allows(owner.toLowerCase(Locale.ROOT) + " " + visit.network())) {
            followedDecoy(visit, owner);
            return Optional.empty();
        }
        return Optional.of(AgainPage.reply(visit));
    }

    /**
     * Asks for a code where it has to.
     *
     * @return what to say above the field for the code; empty for one who may act
     */
    public Optional<String> challenge(Visit visit, String owner) {
        if (isProven(visit, owner) || !marks.any(suspicions(visit, owner))) {
            return Optional.empty();
        }
        String whose = whose(visit.visitor().key(), owner);
        Tried tried = visit.field(CODE)
                .<Tried>map(code -> codes.attempt(whose, code.replaceAll("\\s", "")))
                .orElseGet(Tried.NoCode::new);
        if (tried instanceof Tried.Right) {
            proven(visit.visitor().key(), owner);
            return Optional.empty();
        }
        return Optional.of(
                tried instanceof Tried.Wrong wrong && wrong.triesLeft() > 0
                        ? "That is not the code. You can try " + times(wrong.triesLeft()) + " more."
                        : mail(whose, owner, visit.field(CODE).isPresent()));
    }

    private static String times(int number) {
        return number == 1 ? "once" : number + " times";
    }

    private boolean isProven(Visit visit, String owner) {
        return marks.any(List.of("person " + whose(visit.visitor().key(), owner)));
    }

    /** Takes the word of a browser, from now on, that a person of this mailbox sits there. */
    private void proven(String key, String owner) {
        marks.put(List.of("person " + whose(key, owner)), clock.instant().plus(PROVEN));
    }

    /** What was proven under one cookie is known under the next. */
    public void becomes(Visit visit, String newKey, String owner) {
        if (isProven(visit, owner)) {
            proven(newKey, owner);
        }
    }

    private static String whose(String key, String owner) {
        return owner.toLowerCase(Locale.ROOT) + " at " + key;
    }

    private String mail(String whose, String owner, boolean again) {
        if (!mailed.allows(owner.toLowerCase(Locale.ROOT))) {
            return "Too many codes were asked for. Wait for an hour, or ask your administrator.";
        }
        try {
            outbox.send(mails.code(owner, codes.issue(whose)));
        } catch (UncheckedIOException | IllegalArgumentException e) {
            LOGGER.warn("a code can not be mailed to {}", owner, e);
            return "A code has to be mailed to you, which does not work now. Try again later.";
        }
        return (again ? "That code is not good any more. A new one" : "A code of six digits") + " was mailed to "
                + owner + ". It is good for 10 minutes.";
    }
}
