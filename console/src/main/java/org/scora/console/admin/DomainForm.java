package org.scora.console.admin;

import java.util.List;
import java.util.Optional;
import org.scora.domain.DomainState;
import org.scora.domain.RecipientPolicy;
import org.scora.domain.TlsPolicy;

/**
 * What is to be set of a protected domain; what is left out stays, or begins with its default.
 *
 * @param state active by default
 * @param route hosts as {@code host} or {@code host:port}, the preferred first; has to be there for a new domain
 * @param tls opportunistic by default
 * @param recipients listed by default
 * @param profile the default profile by default
 * @param administrators none by default
 */
public record DomainForm(
        Optional<DomainState> state,
        Optional<List<String>> route,
        Optional<TlsPolicy> tls,
        Optional<RecipientPolicy> recipients,
        Optional<String> profile,
        Optional<List<String>> administrators) {

    /** Sets the state alone. */
    public static DomainForm of(DomainState state) {
        return new DomainForm(
                Optional.of(state),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
