package org.scora.replay;

import java.util.ArrayList;
import java.util.List;
import org.scora.policy.ListEntry;
import org.scora.policy.SenderLists;

/** The stored lists as they would be with more entries of one domain. They can not be changed. */
record TriedLists(SenderLists stored, String domain, List<ListEntry> tried) implements SenderLists {

    @Override
    public List<ListEntry> of(String domainName) {
        if (!domainName.equalsIgnoreCase(domain) || tried.isEmpty()) {
            return stored.of(domainName);
        }
        List<ListEntry> all = new ArrayList<>(stored.of(domainName));
        all.addAll(tried);
        return all;
    }

    @Override
    public void add(ListEntry entry) {
        throw onlyTried();
    }

    @Override
    public boolean remove(ListEntry.Kind kind, String domainName, String pattern) {
        throw onlyTried();
    }

    @Override
    public SenderLists by(String who) {
        throw onlyTried();
    }

    private static UnsupportedOperationException onlyTried() {
        return new UnsupportedOperationException("lists that are only tried are not changed");
    }
}
