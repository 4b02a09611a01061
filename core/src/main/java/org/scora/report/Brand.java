package org.scora.report;

import java.util.Optional;

/**
 * In whose name and looks reports go out.
 *
 * @param name of the sender
 * @param color of what stands out, such as {@code #2f7563}
 * @param replyTo who gets answers; empty for the gateway's postmaster
 * @param logo a PNG
 * @param handbook the address of the page that explains reports
 */
public record Brand(
        String name, String color, Optional<String> replyTo, Optional<Logo> logo, Optional<String> handbook) {

    /**
     * A picture that stands in place of the name.
     *
     * @param width in pixels, as it is shown
     * @param height in pixels, as it is shown
     */
    public record Logo(byte[] png, int width, int height) {}

    /** As the sentences have it. */
    public static Brand of(Wording words) {
        return new Brand(
                words.say("brand.name"),
                words.say("brand.color"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(words.say("brand.handbook"))
                        .filter(address -> address.startsWith("https://") || address.startsWith("http://")));
    }
}
