package org.scora.report;

import com.google.common.hash.Hashing;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scora.message.OutgoingMail;

/** The mails by which somebody proves to read a mailbox: the link that lets in, and the code that machines do not read. */
public final class SignInMails {
    private static final TemplateEngine HTML = TemplateEngine.createPrecompiled(
            null, ContentType.Html, SignInMails.class.getClassLoader(), "org.scora.report.template");

    private final AutomaticMail mail;
    private final Clock clock;

    /** @param gateway the host name of this gateway */
    public SignInMails(String gateway, Clock clock) {
        this.mail = new AutomaticMail(gateway);
        this.clock = clock;
    }

    /**
     * The mail with the link to one's own quarantine.
     *
     * @param decoy a link that no person sees
     * @throws IllegalArgumentException when the owner is no address that mail can be sent to
     */
    public OutgoingMail login(String owner, URI link, URI decoy) {
        String text = "Somebody, probably you, asked to see the mail that is held for " + owner + ". Here it is:\n\n"
                + link + "\n\nThe link works once, within 30 minutes. If you did not ask for it, do nothing:\n"
                + "nobody gets in without this mail.\n";
        StringOutput html = new StringOutput();
        HTML.render("login.jte", Map.of("link", link.toString(), "decoy", decoy.toString(), "owner", owner), html);
        return write(
                "login-" + hash(link.toString()),
                owner,
                "Your link to the mail that is held for you",
                text,
                Optional.of(html.toString()));
    }

    /**
     * The mail with a code.
     *
     * @throws IllegalArgumentException when the owner is no address that mail can be sent to
     */
    public OutgoingMail code(String owner, String code) {
        String text = "Your code is " + code + ".\n\nA page of the quarantine asks for it, since a program followed the"
                + " links in a mail to you.\nIt is good for 10 minutes. If you did not open such a page, do nothing.\n";
        return write(
                "code-" + hash(owner + " " + code + " " + clock.instant()),
                owner,
                "Your code for the quarantine",
                text,
                Optional.empty());
    }

    private OutgoingMail write(String id, String owner, String subject, String text, Optional<String> html) {
        return mail.write(id, List.of(owner), subject, clock.instant(), message -> {
            if (html.isPresent()) {
                message.setContent(Alternatives.ofTexts(text, html.get()));
            } else {
                AutomaticMail.setPlainText(message, text);
            }
        });
    }

    private static String hash(String text) {
        return Hashing.sha256()
                .hashString(text, StandardCharsets.UTF_8)
                .toString()
                .substring(0, 32);
    }
}
