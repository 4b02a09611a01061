package org.scora.score;

import com.google.re2j.Pattern;

/**
 * A finding that a site has written itself: a pattern that is searched for somewhere in a message.
 *
 * @param name begins with {@link SiteFindings#OWN}, so that no later version of Scora has a finding of this name
 * @param place where it is searched for
 * @param header the header field's name when the place is a header; empty otherwise
 * @param pattern of RE2: its time grows with the text's length only, whatever is written
 */
public record OwnFinding(String name, Place place, String header, Pattern pattern) {

    /** The parts of a message that can be searched, as they are written in small letters. */
    public enum Place {
        HEADER("the header"),
        SUBJECT("the subject"),
        BODY("the text"),
        LINK("a link"),
        ATTACHMENT("the name of an attachment");

        private final String words;

        Place(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }
}
