/**
 * Questions about the files in a message. Sees {@code message}, {@code score} and {@code dns}. Start at {@link ExecutableAttachment}.
 */
@NullMarked
package org.scora.check.attachment;

import org.jspecify.annotations.NullMarked;
