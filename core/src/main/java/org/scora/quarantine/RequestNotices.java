package org.scora.quarantine;

import java.util.Optional;
import org.scora.message.OutgoingMail;

/** Writes the mails about requests. */
public interface RequestNotices {
    /** To one who decides: what it is about, and how to decide. */
    OutgoingMail asked(ReleaseRequest request, HeldMessage message, String administrator);

    /** To the user: what was decided. The message is empty when it is not in quarantine any more. */
    OutgoingMail decided(ReleaseRequest request, Optional<HeldMessage> message, String owner);
}
