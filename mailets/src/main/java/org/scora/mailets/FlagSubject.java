package org.scora.mailets;

import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.scora.message.RawHeaders;
import org.scora.setting.Setting;
import org.scora.setting.Verb;

/** Puts a word in front of the subject, once. */
public final class FlagSubject extends GenericMailet {
    private static final Setting<String> PREFIX = Setting.optional(
            "prefix",
            "up to 40 printable ASCII characters",
            "[SPAM]",
            FlagSubject::prefix,
            "The word that is put in front of the subject.");

    /** How it stands in mailetcontainer.xml. */
    public static final Verb VERB = Verb.mailet(
            "FlagSubject",
            "Puts a word in front of the mail's subject. A subject that begins with it stays as it is.",
            PREFIX);

    private String prefix = "";

    @Inject
    public FlagSubject() {}

    @Override
    public void init() throws MessagingException {
        prefix = Parameters.of(getMailetConfig(), VERB).get(PREFIX);
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        MailSource.replace(
                mail,
                RawHeaders.of(MailSource.bytes(mail)).prefixSubject(prefix).toBytes());
    }

    private static String prefix(String text) {
        if (!text.matches("[\\x21-\\x7e]([\\x20-\\x7e]{0,38}[\\x21-\\x7e])?")) {
            throw new IllegalArgumentException("not printable ASCII, empty, or too long");
        }
        return text;
    }
}
