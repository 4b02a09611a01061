package org.scora.console.web.visit;

import java.util.List;
import java.util.Optional;

/**
 * A page that says something, and where to go on.
 *
 * @param good whether it is what was wanted
 * @param forms what can be done about it, each by one button
 */
public record Notice(Shell shell, boolean good, List<String> sentences, List<Form> forms, List<Way> ways) {
    /** A link. */
    public record Way(String path, String text) {
        public static final Way LOGIN = new Way("/login", "Get a link to what is held for you");
        public static final Way HELD = new Way("/held", "What is held for you");
        public static final Way LISTS = new Way("/lists", "Senders that you allow or block");
    }

    /**
     * A form with one button.
     *
     * @param field the name that the button has in the form, and its value
     * @param note a field for some words, with this label; empty for none
     * @param key of the message that it is about; may be empty
     */
    public record Form(
            String target,
            String token,
            String field,
            String value,
            String button,
            Optional<String> note,
            String key) {}

    public Notice {
        sentences = List.copyOf(sentences);
        forms = List.copyOf(forms);
        ways = List.copyOf(ways);
    }

    /** One that says what did not happen; whoever is logged in goes back, all others can log in. */
    public static Reply bad(Visit visit, int status, String title, String... sentences) {
        Way way = visit.visitor().mailbox().isPresent() ? Way.HELD : Way.LOGIN;
        return new Notice(Shell.of(visit, title), false, List.of(sentences), List.of(), List.of(way)).reply(status);
    }

    /** One that says what happened. */
    public static Reply good(Visit visit, String title, String... sentences) {
        Way way = visit.visitor().mailbox().isPresent() ? Way.HELD : Way.LOGIN;
        return new Notice(Shell.of(visit, title), true, List.of(sentences), List.of(), List.of(way)).reply(200);
    }

    /** One that says the same to everybody who asked for a mail, whether there is such a mailbox or not. */
    public static Reply sent(Visit visit, String address) {
        return new Notice(
                        Shell.of(visit, "Look into your mail"),
                        true,
                        List.of(
                                "If " + address + " is a mailbox here, a link was mailed to it. It works once, for 30"
                                        + " minutes.",
                                "If no mail comes: is the address written as it is in your mail program?"),
                        List.of(),
                        List.of(new Way("/login", "Ask again")))
                .reply(200);
    }

    /** For a form that was not made for this visitor. */
    public static Reply notGenuine(Visit visit) {
        return bad(
                visit,
                403,
                "Nothing was done",
                "This form was not sent from the page that we showed you, or that page is too old, or your browser"
                        + " keeps no cookies for us.",
                "Open the page again, and press the button there.");
    }

    public Reply reply(int status) {
        return Reply.page(status, Html.of("said", this));
    }
}
