package org.scora.check.auth;

import java.util.List;
import java.util.Optional;
import org.scora.dns.Dns;
import org.scora.message.Authentication;
import org.scora.message.Authentication.Result;
import org.scora.message.Envelope;

/** What is proven of a sender before there is a message: SPF alone (RFC 7208 section 2.4). */
public final class EnvelopeAuthentication {
    private final SpfEvaluation spf;

    /** @param gatewayHostname this gateway's name, for SPF's macros */
    public EnvelopeAuthentication(Dns dns, String gatewayHostname) {
        this.spf = new SpfEvaluation(dns, gatewayHostname);
    }

    public Authentication of(Envelope envelope) {
        SpfEvaluation.Answer answer = spf.evaluate(envelope);
        return new Authentication(answer.result(), answer.domain(), List.of(), Result.NONE, Optional.empty(), false);
    }
}
