package org.scora.learn;

/**
 * A message made ready to be taught any number of times: what the learner looks at in it, some 16 KB.
 *
 * @param features distinct numbers below 2^{@link Learner#BITS}; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // internal to this package, and never compared
public record Lesson(int[] features, boolean unwanted) {}
