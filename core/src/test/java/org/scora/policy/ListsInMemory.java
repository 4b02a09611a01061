package org.scora.policy;

import java.util.List;

/** Entries that do not change. */
record ListsInMemory(List<ListEntry> entries) implements SenderLists {

    @Override
    public List<ListEntry> of(String domainName) {
        return entries.stream()
                .filter(entry ->
                        entry.domain().equals(domainName) && entry.mailbox().isEmpty())
                .toList();
    }

    @Override
    public List<ListEntry> ofUser(String domainName, String mailbox) {
        return entries.stream()
                .filter(entry -> entry.listOf().equals(mailbox + "@" + domainName))
                .toList();
    }

    @Override
    public List<String> usersOf(String domainName) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void add(ListEntry entry) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean remove(ListEntry.Kind kind, String domainName, String pattern) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean removeOfUser(ListEntry.Kind kind, String domainName, String mailbox, String pattern) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SenderLists by(String who) {
        throw new UnsupportedOperationException();
    }
}
