package org.scora.incident;

import org.scora.domain.ProtectedDomain;
import org.scora.message.OutgoingMail;

/** Writes the mails about incidents. */
public interface IncidentNotices {
    /** To who runs the gateway: everything. */
    OutgoingMail toOperator(Incident incident, String address);

    /** To the administrators of a domain that is concerned: what is about their mail. */
    OutgoingMail toAdministrators(Incident incident, ProtectedDomain domain);
}
