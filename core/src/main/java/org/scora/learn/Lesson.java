package org.scora.learn;

import java.util.List;

/**
 * A message made ready to be taught any number of times: what the learner looks at in it, some 16 KB.
 *
 * @param views for each {@link View} in its order, distinct numbers below 2^{@link Learner#BITS}; not to be changed
 */
public record Lesson(List<int[]> views, boolean unwanted) {}
