/**
 * Who changed what an administrator can set, when, from what to what. Each line is written with its change, or neither is. Sees nothing of the others. Start at {@link org.scora.audit.AuditLog}.
 */
@NullMarked
package org.scora.audit;

import org.jspecify.annotations.NullMarked;
