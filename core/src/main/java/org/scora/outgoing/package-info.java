/**
 * Mail that waits for its delivery, as an operator sees it. The server's queue implements it. Sees nothing of Scora.
 * Start at {@link org.scora.outgoing.OutgoingQueue}.
 */
@NullMarked
package org.scora.outgoing;

import org.jspecify.annotations.NullMarked;
