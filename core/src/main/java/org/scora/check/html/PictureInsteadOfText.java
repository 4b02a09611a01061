package org.scora.check.html;

import java.util.List;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.message.IncomingMessage;

/** Does the message say what it has to say in pictures, with hardly a word that could be read? */
public final class PictureInsteadOfText implements Check {
    static final String ONLY = "HTML_IMAGE_ONLY";
    static final String MOSTLY = "HTML_IMAGE_MOSTLY";

    private static final int LETTERS_OF_NOTHING = 60;
    private static final int LETTERS_OF_LITTLE = 250;

    @Override
    public String name() {
        return "picture-instead-of-text";
    }

    @Override
    public List<String> findings() {
        return List.of(ONLY, MOSTLY);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        // Somebody who sends a photograph puts no link on it.
        if (message.html().isEmpty() || message.links().isEmpty()) {
            return CheckResult.notFound();
        }
        int pictures = HtmlTags.of(message.html()).count("img");
        long letters = message.text()
                .chars()
                .filter(Character::isLetter)
                .limit(LETTERS_OF_LITTLE)
                .count();
        if (pictures == 0 || letters >= LETTERS_OF_LITTLE) {
            return CheckResult.notFound();
        }
        return CheckResult.found(
                letters < LETTERS_OF_NOTHING ? ONLY : MOSTLY, pictures + " pictures and " + letters + " letters");
    }
}
