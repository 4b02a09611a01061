/**
 * Every question of ours that one may ask in mailetcontainer.xml: which of a mail's recipients does it hold for? A
 * matcher reads what the mailets left on the mail, asks core, and answers with recipients; it changes nothing. Sees
 * {@code core} and James' mailet API. Start at {@link org.scora.matchers.MatcherVerbs} for what there is, and at
 * {@link org.scora.matchers.DispositionIs} for what one looks like.
 */
@NullMarked
package org.scora.matchers;

import org.jspecify.annotations.NullMarked;
