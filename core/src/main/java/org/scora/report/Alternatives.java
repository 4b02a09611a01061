package org.scora.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import javax.mail.MessagingException;
import javax.mail.internet.MimeBodyPart;
import javax.mail.internet.MimeMultipart;

/** The two parts of a mail that templates write: a text that stands alone, then HTML (RFC 2046 section 5.1.4). */
public final class Alternatives {
    private static final TemplateEngine HTML = templates(ContentType.Html, "org.scora.report.template");
    private static final TemplateEngine TEXT = templates(ContentType.Plain, "org.scora.report.template.text");

    private Alternatives() {}

    private static TemplateEngine templates(ContentType type, String packageName) {
        return TemplateEngine.createPrecompiled(null, type, Alternatives.class.getClassLoader(), packageName);
    }

    /** @param template its name, the same in {@code src/main/jte} and {@code src/main/jte-text} */
    public static MimeMultipart of(String template, Object view) throws MessagingException {
        return ofTexts(text(template, view), html(template, view));
    }

    /** The same of two texts that are written already. */
    static MimeMultipart ofTexts(String text, String html) throws MessagingException {
        return new MimeMultipart("alternative", part(text, "plain"), part(html, "html"));
    }

    /** The text part alone. */
    public static String text(String template, Object view) {
        return render(TEXT, template, view);
    }

    /** The HTML part alone. */
    public static String html(String template, Object view) {
        return render(HTML, template, view);
    }

    static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, "UTF-8", subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private static String render(TemplateEngine templates, String template, Object view) {
        StringOutput output = new StringOutput();
        templates.render(template, view, output);
        return output.toString();
    }
}
