/**
 * Every action one can take in mailetcontainer.xml. A mailet reads the mail, calls core, writes the mail; core decides.
 * Sees core and James. Start at {@link org.scora.mailets.Score}.
 */
@NullMarked
package org.scora.mailets;

import org.jspecify.annotations.NullMarked;
