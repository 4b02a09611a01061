package org.scora.check.known;

import java.util.List;
import java.util.Set;

/**
 * A firm in whose name others write.
 *
 * @param name in lower case
 * @param names all its names in lower case
 * @param alsoAWord whether the name is a word, a surname or too short to mean the firm wherever it stands
 * @param domains registered domains that are its own
 */
public record Brand(String name, List<String> names, boolean alsoAWord, Set<String> domains) {}
