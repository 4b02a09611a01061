package org.scora.people;

import java.net.URI;

/** Where links lead: to the console, under the name by which people reach it. */
public final class LinkAddress {
    private static final String TOKEN_PATH = "/l/";

    private final URI console;

    /** @param console such as {@code https://quarantine.gateway.example} */
    public LinkAddress(URI console) {
        this.console = console;
    }

    /** The page on which a token can be used. */
    public URI of(String token) {
        return console.resolve(TOKEN_PATH + token);
    }

    /** The page that sends a link to one's own quarantine. */
    public URI login() {
        return console.resolve("/login");
    }
}
