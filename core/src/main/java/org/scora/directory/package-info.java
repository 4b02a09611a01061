/**
 * Lists of mailboxes out of an LDAP directory: read now and then, never while mail comes in, so that a directory which is down keeps no mail away. Sees {@code domain},
 * {@code message} and {@code setting}. Start at {@link org.scora.directory.Directories}.
 */
@NullMarked
package org.scora.directory;

import org.jspecify.annotations.NullMarked;
