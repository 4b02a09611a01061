package org.scora.storage;

import org.jdbi.v3.core.Handle;

/** Keeps rows of a domain from being written when there is no such domain. */
final class KnownDomain {
    private KnownDomain() {}

    /** @throws IllegalArgumentException when the domain is not a protected one */
    static void require(Handle handle, String name) {
        boolean known = handle.select("SELECT 1 FROM protected_domain WHERE name = ?", name)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
        if (!known) {
            throw new IllegalArgumentException(name + " is not a protected domain; add the domain first");
        }
    }
}
