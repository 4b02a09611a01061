package org.scora.console.web.link;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.scora.console.web.held.HeldPages;
import org.scora.console.web.visit.Html;
import org.scora.console.web.visit.Notice;
import org.scora.console.web.visit.Rate;
import org.scora.console.web.visit.Reply;
import org.scora.console.web.visit.Section;
import org.scora.console.web.visit.Shell;
import org.scora.console.web.visit.Visit;
import org.scora.console.web.visit.Visitors;
import org.scora.people.Sessions;

/** Where one asks for a link to one's own quarantine, and where one logs out. */
public final class LoginPages implements Section {
    private static final String LOGIN = "/login";
    private static final Set<String> PATHS = Set.of(LOGIN, Shell.LOGOUT);
    private static final int LONGEST_ADDRESS = 320;
    private static final int OF_AN_ADDRESS = 3;
    private static final int OF_A_NETWORK = 30;
    private static final Duration PERIOD = Duration.ofMinutes(30);

    private final LoginMailer mailer;
    private final Sessions sessions;
    private final Visitors visitors;
    private final Rate addresses;
    private final Rate networks;

    public LoginPages(LoginMailer mailer, Sessions sessions, Visitors visitors, Clock clock) {
        this.mailer = mailer;
        this.sessions = sessions;
        this.visitors = visitors;
        this.addresses = new Rate(OF_AN_ADDRESS, PERIOD, clock);
        this.networks = new Rate(OF_A_NETWORK, PERIOD, clock);
    }

    /**
     * The form.
     *
     * @param token proves that it is ours
     * @param problem what was wrong with what was sent; empty for nothing
     */
    public record LoginView(Shell shell, String token, String address, String problem) {}

    @Override
    public boolean has(String path) {
        return PATHS.contains(path);
    }

    @Override
    public Reply answer(Visit visit) {
        if (visit.path().equals(Shell.LOGOUT)) {
            return visit.posts() ? logout(visit) : Reply.to(LOGIN);
        }
        if (visit.posts()) {
            return ask(visit);
        }
        return visit.visitor().mailbox().isPresent() ? Reply.to(HeldPages.LIST) : form(visit, 200, "", "");
    }

    private static Reply form(Visit visit, int status, String address, String problem) {
        return Reply.page(
                status,
                Html.of(
                        "login",
                        new LoginView(
                                Shell.of(visit, "Your quarantine"),
                                visit.visitor().formToken(LOGIN),
                                address,
                                problem)));
    }

    private Reply ask(Visit visit) {
        if (!visit.isGenuine(LOGIN)) {
            return Notice.notGenuine(visit);
        }
        String address = visit.field("address").orElse("").toLowerCase(Locale.ROOT);
        if (!address.matches("[^@\\s]+@[^@\\s]+") || address.length() > LONGEST_ADDRESS) {
            return form(
                    visit,
                    400,
                    address.substring(0, Math.min(address.length(), LONGEST_ADDRESS)),
                    "Write a mail address, such as you@example.com.");
        }
        // Both count, for addresses that there are and for those that there are not.
        boolean few = networks.allows(visit.network().toString()) & addresses.allows(address);
        if (!few) {
            return Notice.bad(
                    visit,
                    429,
                    "That was asked for often",
                    "Links that were mailed before still work. Wait for half an hour before you ask for another.");
        }
        mailer.mail(address);
        return Notice.sent(visit, address);
    }

    private Reply logout(Visit visit) {
        if (!visit.isGenuine(Shell.LOGOUT)) {
            return Notice.notGenuine(visit);
        }
        Optional<String> mailbox = visit.visitor().mailbox();
        mailbox.ifPresent(
                name -> sessions.end(visit.visitor().key(), visit.byPage(name).origin()));
        return Reply.to(LOGIN).as(visitors.newKey());
    }
}
