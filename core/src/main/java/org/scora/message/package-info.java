/**
 * One mail, read once: envelope, headers, parts, text, links, attachments. Immutable and bounded whatever a stranger sends. Sees nothing of Scora. Start at {@link org.scora.message.IncomingMessage}.
 */
@NullMarked
package org.scora.message;

import org.jspecify.annotations.NullMarked;
