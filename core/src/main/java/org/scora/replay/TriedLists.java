package org.scora.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.scora.policy.ListEntry;
import org.scora.policy.SenderLists;

/**
 * Lists as they are or would be, only to be read.
 *
 * @param entries of a domain
 */
record TriedLists(Function<String, List<ListEntry>> entries) implements SenderLists {

    /** The stored lists with more entries of one domain. */
    static TriedLists with(SenderLists stored, String domain, List<ListEntry> tried) {
        return new TriedLists(name -> {
            List<ListEntry> all = new ArrayList<>(stored.of(name));
            all.addAll(name.equalsIgnoreCase(domain) ? tried : List.of());
            return all;
        });
    }

    @Override
    public List<ListEntry> of(String domainName) {
        return entries.apply(domainName);
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
