package org.scora.console.web.held;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the owner of a mailbox can do with a held message, by one button. */
public enum Deed {
    RELEASE("Release", "It is delivered to you as it came."),
    RELEASE_AND_ALLOW(
            "Release, and let this sender through",
            "It is delivered to you as it came. For a year, mail from this sender is let through to you, when it is proven"
                    + " to come from there."),
    RELEASE_AND_TEACH(
            "Release, and teach that it is not spam",
            "It is delivered to you as it came, and the filter learns that such mail is wanted."),
    DELETE("Delete", "It is gone for good."),
    DELETE_AND_BLOCK(
            "Delete, and hold mail from this sender",
            "It is gone for good. Mail from this sender to you is held from now on."),
    REPORT_SPAM("Report as spam, and delete", "It is gone for good, and the filter learns that such mail is spam."),
    REQUEST(
            "Ask the administrator to release it",
            "Mail that was held for this reason is released by your administrators only. They get your request by mail.");

    /** The name of the form's field. */
    public static final String FIELD = "do";

    private final String button;
    private final String consequence;

    Deed(String button, String consequence) {
        this.button = button;
        this.consequence = consequence;
    }

    /** What it does, in full. */
    public String consequence() {
        return consequence;
    }

    /** The headline of a page that offers nothing else. */
    public String question() {
        return switch (this) {
            case DELETE, DELETE_AND_BLOCK, REPORT_SPAM -> "Delete this message?";
            case REQUEST -> "Ask for this message?";
            case RELEASE, RELEASE_AND_ALLOW, RELEASE_AND_TEACH -> "Release this message?";
        };
    }

    /** What stands on the button. */
    public String button() {
        return button;
    }

    /** Its word in a form. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it lets the message go. */
    public boolean releases() {
        return this == RELEASE || this == RELEASE_AND_ALLOW || this == RELEASE_AND_TEACH;
    }

    /** The one with this word. */
    public static Optional<Deed> of(String word) {
        return Arrays.stream(values()).filter(deed -> deed.word().equals(word)).findFirst();
    }
}
