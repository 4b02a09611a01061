package org.scora.policy;

import java.util.Optional;

/**
 * From which scores on what is done with mail of one category; empty where it is never done.
 *
 * @param flagSubject from here the subject is flagged
 * @param quarantine from here the message is held
 * @param delete from here the message is deleted
 * @param refuse from here the message is refused at the door; what was taken all the same is held at least
 */
public record CategoryRule(
        Optional<Sensitivity> flagSubject,
        Optional<Sensitivity> quarantine,
        Optional<Sensitivity> delete,
        Optional<Sensitivity> refuse) {

    /** A rule that refuses nothing. */
    public CategoryRule(
            Optional<Sensitivity> flagSubject, Optional<Sensitivity> quarantine, Optional<Sensitivity> delete) {
        this(flagSubject, quarantine, delete, Optional.empty());
    }

    /** The strongest disposition that a score reaches. */
    public Disposition dispositionAt(double score) {
        if (reaches(score, delete)) {
            return Disposition.DELETE;
        }
        if (reaches(score, quarantine)) {
            return Disposition.QUARANTINE;
        }
        return reaches(score, flagSubject) ? Disposition.FLAG_SUBJECT : Disposition.NORMAL;
    }

    /** Whether a message of this score is refused. */
    public boolean refusesAt(double score) {
        return reaches(score, refuse);
    }

    /** From which score on a disposition applies; empty when it never does, and for {@link Disposition#NORMAL}. */
    public Optional<Sensitivity> from(Disposition disposition) {
        return switch (disposition) {
            case NORMAL -> Optional.empty();
            case FLAG_SUBJECT -> flagSubject;
            case QUARANTINE -> quarantine;
            case DELETE -> delete;
        };
    }

    private static boolean reaches(double score, Optional<Sensitivity> threshold) {
        return threshold.filter(sensitivity -> score >= sensitivity.score()).isPresent();
    }
}
