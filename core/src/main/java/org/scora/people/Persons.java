package org.scora.people;

import java.util.List;
import java.util.Map;

/**
 * What is stored about a person, by an address. Throws UncheckedIOException when the store can not be reached.
 */
public interface Persons {

    /**
     * All of it: by what it is, rows of names and values. A bounded number of each.
     *
     * @param address in any case
     */
    Map<String, List<Map<String, Object>>> export(String address);

    /**
     * Takes the person out of what is stored: what is only about the person is deleted; in what is about others too, or
     * counted, a word stands in the address's place that nobody can trace back. The audit log has a line about it. May be
     * run again.
     *
     * @return by what it is, how many rows
     */
    Map<String, Long> erase(String address, Actor by);
}
