package org.scora.server;

import javax.inject.Inject;
import org.apache.james.utils.GuiceProbe;
import org.scora.console.web.WebConsole;

/** Hands the web console out of James' injector, so that it is started last and stopped first. */
final class ConsoleProbe implements GuiceProbe {
    private final WebConsole console;

    @Inject
    ConsoleProbe(WebConsole console) {
        this.console = console;
    }

    WebConsole start() {
        return console.start();
    }
}
