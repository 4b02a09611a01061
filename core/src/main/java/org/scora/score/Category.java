package org.scora.score;

/** What kind of unwanted mail a message is taken for. */
public enum Category {
    SPAM('S'),
    PHISHING('P'),
    EXPLICIT('E'),
    VIRUS('V');

    private final char letter;

    Category(char letter) {
        this.letter = letter;
    }

    /** The letter that stands before the certainty in reports, as in {@code S: 99.2 %}. */
    public char letter() {
        return letter;
    }
}
