/**
 * Where SMTP meets Scora: who may be written to, whether mail can be taken at all, and how mail of our own goes out. Sees core's {@code domain} and {@code prefilter}. Start at {@link org.scora.mailets.smtp.KnownRecipients}.
 */
@NullMarked
package org.scora.mailets.smtp;

import org.jspecify.annotations.NullMarked;
