package org.scora.storage;

import org.scora.domain.ProtectedDomains;
import org.scora.journal.Journal;
import org.scora.policy.SenderLists;
import org.scora.quarantine.HeldMessages;

/** The database with all that Scora remembers in SQL. Safe for use by several threads. */
public final class Database implements AutoCloseable {

    private Database() {}

    /** Connects and brings the schema up to date; throws SettingException when the database can not be reached. */
    public static Database open(DatabaseSettings settings) {
        throw new UnsupportedOperationException();
    }

    public ProtectedDomains protectedDomains() {
        throw new UnsupportedOperationException();
    }

    public SenderLists senderLists() {
        throw new UnsupportedOperationException();
    }

    public HeldMessages heldMessages() {
        throw new UnsupportedOperationException();
    }

    public Journal journal() {
        throw new UnsupportedOperationException();
    }

    /** Whether a trivial question is answered now. */
    public boolean reachable() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
