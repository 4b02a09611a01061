package org.scora.learn;

import java.util.Optional;

/**
 * Something of a message that moved the learner, for people.
 *
 * @param text such as: the words "claim your", or: a link to example.com
 * @param strength its weight, in natural log odds in the direction that is asked for
 */
record Reason(String text, double strength) {
    private static final double WORTH_TELLING = 0.005;
    // Shorter words are mostly the small ones of a language, which tell a reader nothing.
    private static final int TELLING_LENGTH = 6;

    static Optional<Reason> of(Traits.Kind kind, String text, double weight, boolean unwanted) {
        double strength = unwanted ? weight : -weight;
        return strength < WORTH_TELLING
                ? Optional.empty()
                : inWords(kind, text).map(words -> new Reason(words, strength));
    }

    private static Optional<String> inWords(Traits.Kind kind, String text) {
        return switch (kind) {
            case WORD, PAIR -> quoted(text, "");
            case SUBJECT_WORD, SUBJECT_PAIR -> quoted(text, " in the subject");
            case SENDER_NAME -> quoted(text, " in the sender's name");
            case SENDER_DOMAIN -> named("mail from ", text);
            case LINK_DOMAIN -> named("a link to ", text);
            case SIGNING_DOMAIN -> named("signed by ", text);
            case TOP_LEVEL_DOMAIN -> named("a sender under .", text);
            case LINK_TOP_LEVEL_DOMAIN -> named("a link under .", text);
            case HEADER -> named("the header field ", text);
            case SENDER_SHAPE, LINK_SHAPE, AGREEMENT, PART, SIZE, DEFECT -> Optional.empty();
        };
    }

    private static Optional<String> named(String before, String name) {
        return name.isBlank() ? Optional.empty() : Optional.of(before + name);
    }

    private static Optional<String> quoted(String words, String where) {
        String shown = words.replace("^ ", "");
        boolean telling = shown.length() >= TELLING_LENGTH || shown.codePoints().anyMatch(Character::isIdeographic);
        return telling ? Optional.of('"' + shown + '"' + where) : Optional.empty();
    }
}
