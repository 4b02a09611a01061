package org.scora.console.web;

import java.time.ZoneId;
import java.util.Map;
import org.scora.console.GatewayStatus;
import org.scora.console.web.visit.Html;
import org.scora.console.web.visit.Times;

/** The pages that everybody may see. */
final class Templates {
    private final Times times;

    Templates(ZoneId zone) {
        this.times = new Times(zone);
    }

    String status(GatewayStatus status) {
        return Html.of("status", StatusPage.of(status, times));
    }

    String notice(String title, String text) {
        return Html.of("notice", Map.of("title", title, "text", text));
    }
}
