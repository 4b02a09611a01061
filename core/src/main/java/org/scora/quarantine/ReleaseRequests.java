package org.scora.quarantine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.scora.people.Actor;

/** The stored requests. What is changed is durable on return and stands in the audit log. */
public interface ReleaseRequests {
    /** Files a request; the one that is open for the same copy, if there is one. */
    ReleaseRequest file(HeldMessage message, String recipient, Actor by, String note);

    Optional<ReleaseRequest> find(long id);

    /** The newest first; of one domain, or of all. */
    List<ReleaseRequest> list(Optional<String> domain, boolean onlyOpen, int limit);

    /** Decides an open request; false when it is not open any more. */
    boolean decide(long id, ReleaseRequest.State state, Actor by, String answer);

    /** Requests in a state about which nobody was written to yet, and which are in it since before a time. */
    List<ReleaseRequest> untold(Instant before, int limit);

    /** Notes that those concerned were written to about a request in this state. */
    void told(ReleaseRequest request);
}
