package org.scora.storage;

import org.jdbi.v3.core.Handle;

/** Keeps rows of a domain from being written when there is no such domain. */
final class KnownDomain {
    private KnownDomain() {}

    /** @throws IllegalArgumentException when the domain is not a protected one */
    static void require(Handle handle, String name) {
        if (!isKnown(handle, name)) {
            throw new IllegalArgumentException(name + " is not a protected domain; add the domain first");
        }
    }

    static boolean isKnown(Handle handle, String name) {
        return handle.select("SELECT 1 FROM protected_domain WHERE name = ?", name)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }
}
