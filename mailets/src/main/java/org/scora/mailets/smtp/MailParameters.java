package org.scora.mailets.smtp;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.james.protocols.api.Request;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.api.handler.CommandHandler;
import org.apache.james.protocols.api.handler.ExtensibleHandler;
import org.apache.james.protocols.smtp.SMTPResponse;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.MailParametersHook;
import org.jspecify.annotations.Nullable;
import org.scora.domain.Refusal;
import org.scora.domain.RefusalReason;
import org.scora.prefilter.Door;
import org.scora.prefilter.Refusals;

/**
 * Refuses parameters of MAIL that nobody offered (RFC 5321 section 4.1.1.11) or that are malformed, and those of MAIL and
 * RCPT that are given twice (RFC 3461 section 4). James ignores the first and calls the others an error of the server. To
 * stand before James' own handlers.
 */
public final class MailParameters implements CommandHandler<SMTPSession>, ExtensibleHandler {
    private static final String MAIL = "MAIL";
    private static final String SIZE = "SIZE";
    // RFC 1870 section 4.
    private static final Pattern OCTETS = Pattern.compile("[0-9]{1,20}");
    // RFC 6152 section 2; BINARYMIME of RFC 3030 is not offered.
    private static final Pattern BODY = Pattern.compile("7BIT|8BITMIME", Pattern.CASE_INSENSITIVE);

    private final Set<String> offered = new HashSet<>(Set.of("BODY"));
    private final Refusals refusals;

    @Inject
    public MailParameters(Door door) {
        this.refusals = door.refusals();
    }

    @Override
    public Set<String> getImplCommands() {
        return Set.of(MAIL, "RCPT");
    }

    @Override
    public List<Class<?>> getMarkerInterfaces() {
        return List.of(MailParametersHook.class);
    }

    @Override
    public void wireExtensions(Class<?> type, List<?> hooks) {
        hooks.forEach(hook -> offered.addAll(Arrays.asList(((MailParametersHook) hook).getMailParamNames())));
    }

    /** Null for James to go on. */
    @Override
    public @Nullable Response onCommand(SMTPSession session, Request request) {
        List<String> parameters = parameters(
                        Optional.ofNullable(request.getArgument()).orElse(""))
                .toList();
        boolean ofMail = request.getCommand().equalsIgnoreCase(MAIL);
        return repeated(parameters)
                .or(() -> ofMail ? refusal(session, parameters) : Optional.empty())
                .map(refusal -> refusals.complete(SmtpAttempts.of(session), List.of(), refusal))
                .map(refusal -> new SMTPResponse(
                        Integer.toString(refusal.code()), refusal.enhancedCode() + " " + refusal.text()))
                .orElse(null);
    }

    private static Optional<Refusal> repeated(List<String> parameters) {
        Set<String> names = new HashSet<>();
        return parameters.stream()
                .map(MailParameters::name)
                .filter(name -> !names.add(name))
                .findFirst()
                .map(name -> malformed("There is a parameter that is given twice"));
    }

    private Optional<Refusal> refusal(SMTPSession session, List<String> parameters) {
        return parameters.stream()
                .map(parameter -> refusal(parameter, session.getConfiguration().getMaxMessageSize()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static String name(String parameter) {
        return parameter.split("=", 2)[0].toUpperCase(Locale.ROOT);
    }

    private static Refusal malformed(String text) {
        return new Refusal(501, "5.5.4", text, RefusalReason.MALFORMED);
    }

    // As James finds them.
    private static Stream<String> parameters(String argument) {
        int end = argument.indexOf('>', argument.indexOf('<'));
        return end < 0
                ? Stream.empty()
                : Pattern.compile(" ")
                        .splitAsStream(argument.substring(end + 1))
                        .filter(Predicate.not(String::isEmpty));
    }

    private Optional<Refusal> refusal(String parameter, long mostOctets) {
        String[] parts = parameter.split("=", 2);
        String name = name(parameter);
        String value = parts.length > 1 ? parts[1] : "";
        if (!offered.contains(name)) {
            return Optional.of(new Refusal(
                    555, "5.5.4", "There is a parameter that this server does not know", RefusalReason.MALFORMED));
        }
        boolean malformed = name.equals("BODY") && !BODY.matcher(value).matches()
                || name.equals(SIZE) && !OCTETS.matcher(value).matches();
        if (malformed) {
            return Optional.of(malformed("The value of " + name + " is malformed"));
        }
        return name.equals(SIZE) && isAbove(value, mostOctets)
                ? Optional.of(new Refusal(
                        552, "5.3.4", "The message is larger than " + mostOctets + " octets", RefusalReason.TOO_LARGE))
                : Optional.empty();
    }

    private static boolean isAbove(String octets, long most) {
        return most > 0 && new BigInteger(octets).compareTo(BigInteger.valueOf(most)) > 0;
    }
}
