/**
 * All that administrators set, as text that people read and that lives in git: domains, mailboxes, aliases, profiles, lists, exemptions. Sees {@code message}, {@code domain},
 * {@code policy} and {@code setting}. Start at {@link org.scora.export.SettingsText}.
 */
@NullMarked
package org.scora.export;

import org.jspecify.annotations.NullMarked;
