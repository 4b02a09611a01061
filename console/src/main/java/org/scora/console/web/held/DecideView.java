package org.scora.console.web.held;

import java.util.List;
import java.util.Optional;
import org.scora.console.web.held.MessageView.Fact;
import org.scora.console.web.visit.Shell;

/**
 * The page on which a request is decided.
 *
 * @param note what the user says to it; may be empty
 * @param text the beginning of the message's text; empty when it can not be shown
 * @param virus whether it is taken for a virus, so that a reason has to be given
 * @param target where the form is sent
 * @param token proves that the form is ours
 */
public record DecideView(
        Shell shell,
        List<Fact> facts,
        String note,
        Optional<ContentView> text,
        boolean virus,
        String target,
        String token) {
    /** The name of the buttons in the form, and their values. */
    public static final String DECISION = "decision";

    public static final String APPROVE = "approve";
    public static final String DECLINE = "decline";

    /** The field for what is said to the user. */
    public static final String ANSWER = "answer";
}
