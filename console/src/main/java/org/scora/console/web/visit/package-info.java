/**
 * Who comes to the pages, with what, and what is answered: requests and replies without the web server, visitors and
 * their sessions, and what keeps machines and other sites from acting for them. Sees core. Start at
 * {@link org.scora.console.web.visit.Section}.
 */
@NullMarked
package org.scora.console.web.visit;

import org.jspecify.annotations.NullMarked;
