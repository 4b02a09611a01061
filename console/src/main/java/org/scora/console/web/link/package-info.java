/**
 * What links in mails lead to: pages that show what will happen and act only when a person presses a button, and the login
 * by a link that is mailed. Sees {@code visit}, {@code held} and core. Start at
 * {@link org.scora.console.web.link.LinkPages}.
 */
@NullMarked
package org.scora.console.web.link;

import org.jspecify.annotations.NullMarked;
