/**
 * The mails that tell the owner of a mailbox what is held for it, and what becomes of answers to them: {@code Digests}
 * knows when, {@code DigestView} puts it into words, {@code DigestMails} makes the mail, {@code ReleaseReplies} takes the
 * answers. It may see what {@code report} may see. Start at {@link org.scora.report.digest.Digests}.
 */
@NullMarked
package org.scora.report.digest;

import org.jspecify.annotations.NullMarked;
