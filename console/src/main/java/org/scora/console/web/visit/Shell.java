package org.scora.console.web.visit;

import java.util.Optional;

/**
 * What stands around every page.
 *
 * @param title of the page
 * @param mailbox whose owner is logged in; empty for nobody, who sees no menu
 * @param here the path of the menu's entry that the page belongs to; may be none of them
 * @param logoutForm proves that the form for logging out is ours
 */
public record Shell(String title, Optional<String> mailbox, String here, String logoutForm) {
    /** Where one logs out. */
    public static final String LOGOUT = "/logout";

    public static Shell of(Visit visit, String title) {
        return new Shell(
                title, visit.visitor().mailbox(), visit.path(), visit.visitor().formToken(LOGOUT));
    }
}
