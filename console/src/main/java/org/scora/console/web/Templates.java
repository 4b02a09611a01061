package org.scora.console.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.scora.console.GatewayStatus;

/** Fills the templates, which were compiled with the module. */
final class Templates {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Templates.class.getClassLoader(), "org.scora.console.web.template");
    private final ZoneId zone;

    Templates(ZoneId zone) {
        // The offset calls itself Z, which few people read as UTC.
        this.zone = zone.normalized().equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : zone;
    }

    String status(GatewayStatus status) {
        TemplateOutput page = new StringOutput();
        engine.render("status.jte", StatusPage.of(status, zone), page);
        return page.toString();
    }

    String notice(String title, String text) {
        TemplateOutput page = new StringOutput();
        engine.render("notice.jte", Map.of("title", title, "text", text), page);
        return page.toString();
    }
}
