/**
 * What a file in a mail is, and what it holds: archives and their files, macros, links in PDF files, QR codes in pictures. Bounded in
 * bytes, files, depth and pixels, and lazy: a mail without files costs nothing. Sees nothing of Scora. Start at
 * {@link org.scora.message.file.MailFiles}.
 */
@NullMarked
package org.scora.message.file;

import org.jspecify.annotations.NullMarked;
