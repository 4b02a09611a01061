/**
 * Every action of ours that may stand in mailetcontainer.xml. A mailet reads the mail, calls core, writes the mail; it
 * decides nothing. Sees {@code core} and James' mailet API. Start at {@link org.scora.mailets.MailetVerbs} for what
 * there is, and at {@link org.scora.mailets.Score} for what one looks like.
 */
@NullMarked
package org.scora.mailets;

import org.jspecify.annotations.NullMarked;
