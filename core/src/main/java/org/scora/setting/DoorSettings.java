package org.scora.setting;

import java.util.List;
import java.util.Optional;

/**
 * The part of {@code scora.properties} that is about clients before they name a recipient, and about what they are told.
 * What holds for a recipient's domain stands in its profile.
 */
public final class DoorSettings {
    private static final int MOST = 1_000_000;

    public static final Setting<Optional<String>> CONTACT = Setting.optional(
            "refusal.contact",
            "a web page or a mail address of at most 120 letters, without spaces",
            "",
            DoorSettings::contact,
            "Where people find help whose mail was refused; said in every refusal. Without it, postmaster at this gateway.");

    public static final Setting<List<String>> TRUSTED = Setting.optional(
            "door.trusted-networks",
            "networks such as 192.0.2.0/24 with commas between them",
            "127.0.0.0/8, ::1/128",
            HostTexts::networks,
            "Clients that may be as fast as they like and are not looked into before their messages are: neither for block"
                    + " lists nor for the names they give. Whom they can write to is asked all the same.");

    public static final Setting<Integer> GREETING_PAUSE = Setting.number(
            "door.greeting-pause-ms",
            1000,
            0,
            10_000,
            "How long a client from a network that brought no mail yet waits for its greeting, in milliseconds. Who does"
                    + " not wait for it is refused. 0 greets at once.");

    public static final Setting<Integer> CONNECTIONS = perMinute(
            "door.connections-per-minute", 1000, "How many connections of one client network are taken in a minute.");

    public static final Setting<Integer> MESSAGES = perMinute(
            "door.messages-per-minute", 2000, "How many messages of one client network are taken in a minute.");

    public static final Setting<Integer> MESSAGES_OF_DOMAIN = perMinute(
            "door.domain-messages-per-minute",
            1000,
            "How many messages of one sender's domain are taken from one client network in a minute.");

    public static final Setting<Integer> MESSAGES_OF_SENDER = perMinute(
            "door.sender-messages-per-minute",
            500,
            "How many messages of one sender's address are taken from one client network in a minute.");

    public static final Setting<Integer> UNKNOWN_RECIPIENTS = Setting.number(
            "door.unknown-recipients-per-hour",
            50,
            0,
            MOST,
            "How many unknown mailboxes one client network may write to in an hour, or as many as it wrote to that there"
                    + " are, if these are more. Then it is put off for half an hour. 0 is without end.");

    static final List<Setting<?>> ALL = List.of(
            CONTACT,
            TRUSTED,
            GREETING_PAUSE,
            CONNECTIONS,
            MESSAGES,
            MESSAGES_OF_DOMAIN,
            MESSAGES_OF_SENDER,
            UNKNOWN_RECIPIENTS);

    private DoorSettings() {}

    private static Setting<Integer> perMinute(String name, int byDefault, String sentence) {
        return Setting.number(
                name,
                byDefault,
                0,
                MOST,
                sentence
                        + " What is above that is put off. 0 is without end. A network is an IPv4 /24 or an IPv6 /64.");
    }

    private static Optional<String> contact(String text) {
        if (!text.matches("[!-~]{0,120}")) {
            throw new IllegalArgumentException("not to be said in an answer by SMTP");
        }
        return Optional.of(text).filter(written -> !written.isEmpty());
    }
}
