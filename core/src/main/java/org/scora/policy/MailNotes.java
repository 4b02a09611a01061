package org.scora.policy;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.scora.message.Json;
import org.scora.message.MailAttributes;
import org.scora.message.Summary;
import org.scora.score.Verdict;

/**
 * What mailets noted on a mail, for matchers and mailets alike.
 *
 * @param attribute the text of an attribute of the mail, by a name of {@link MailAttributes}
 */
public record MailNotes(Function<String, Optional<String>> attribute) {

    /** What Score read; of a message that it has not seen, or could not read, next to nothing is known. */
    public Summary summary() {
        return read(MailAttributes.SUMMARY, Summary.class).orElseGet(Summary::unread);
    }

    public Optional<Verdict> verdict() {
        return read(MailAttributes.VERDICT, Verdict.class);
    }

    public List<Decision> decisions() {
        return read(MailAttributes.DECISIONS, Decision[].class).map(List::of).orElse(List.of());
    }

    /** The client's address as the server has it; empty for what is no IP address. */
    public static Optional<InetAddress> clientAddress(@Nullable String text) {
        return Optional.ofNullable(text).filter(InetAddresses::isInetAddress).map(InetAddresses::forString);
    }

    private <T> Optional<T> read(String name, Class<T> type) {
        return attribute.apply(name).map(json -> Json.read(json, type));
    }
}
