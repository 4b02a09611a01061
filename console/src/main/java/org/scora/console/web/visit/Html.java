package org.scora.console.web.visit;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Map;

/** Fills the templates, which were compiled with the module and escape all that they are given. */
public final class Html {
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Html.class.getClassLoader(), "org.scora.console.web.template");

    private Html() {}

    /** A template with one parameter. */
    public static String of(String template, Object parameter) {
        TemplateOutput page = new StringOutput();
        ENGINE.render(template + ".jte", parameter, page);
        return page.toString();
    }

    /** A template with several, by name. */
    public static String of(String template, Map<String, Object> parameters) {
        TemplateOutput page = new StringOutput();
        ENGINE.render(template + ".jte", parameters, page);
        return page.toString();
    }
}
