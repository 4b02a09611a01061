/**
 * Who may do what. For now the operator's token for the local admin API. Sees {@code message}. Start at {@link org.scora.people.AdminToken}.
 */
@NullMarked
package org.scora.people;

import org.jspecify.annotations.NullMarked;
