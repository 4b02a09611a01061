package org.scora.mailets.relay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.james.core.MailAddress;
import org.apache.mailet.DsnParameters;
import org.apache.mailet.DsnParameters.EnvId;
import org.apache.mailet.DsnParameters.Ret;
import org.apache.mailet.DsnParameters.XText;

/** What a sender asked for, as it is said to a host that offers DSN (RFC 3461 section 5.2.1). */
final class DsnParametersOnTheWire {
    private DsnParametersOnTheWire() {}

    /** Behind the sender of MAIL; may be empty. */
    static String ofMail(Optional<DsnParameters> parameters) {
        List<String> said = new ArrayList<>();
        parameters.flatMap(DsnParameters::getRetParameter).map(Ret::name).ifPresent(ret -> said.add("RET=" + ret));
        parameters
                .flatMap(DsnParameters::getEnvIdParameter)
                .map(EnvId::asString)
                .ifPresent(id -> said.add("ENVID=" + id));
        return String.join(" ", said);
    }

    /** Behind each recipient of RCPT, by the address in angle brackets. */
    static Map<String, String> ofRecipients(Optional<DsnParameters> parameters) {
        Map<String, String> said = new HashMap<>();
        parameters.ifPresent(all -> all.getRcptParameters()
                .forEach((recipient, asked) -> said.put("<" + recipient.asString() + ">", words(asked, recipient))));
        return said;
    }

    private static String words(DsnParameters.RecipientDsnParameters asked, MailAddress recipient) {
        String notify = asked.getNotifyParameter()
                .map(wishes ->
                        " NOTIFY=" + wishes.stream().map(Enum::name).sorted().collect(Collectors.joining(",")))
                .orElse("");
        String original = asked.getOrcptParameter().orElse(recipient).asString();
        return notify + " ORCPT=rfc822;" + XText.encode(original);
    }
}
