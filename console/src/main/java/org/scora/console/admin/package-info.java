/**
 * The admin API: routes on James' webadmin under {@code /scora}, in JSON, for the {@code scora} command and for
 * operators' programs. On loopback, with a token, and still every input is bounded and validated. Sees core and James'
 * webadmin. Start at {@link org.scora.console.admin.JsonRoute}, then {@link org.scora.console.admin.DomainRoutes}.
 */
@NullMarked
package org.scora.console.admin;

import org.jspecify.annotations.NullMarked;
