/**
 * Whether a domain is ready to come in, and has: what is set here, what its MX records and name servers say, what its own mail servers answer, and what the customer has to do. Sees {@code domain},
 * {@code dns}, {@code check}, {@code journal}, {@code message} and {@code policy}. Start at {@link org.scora.checkup.CheckUp}; each class whose name ends in Part answers one question.
 */
@NullMarked
package org.scora.checkup;

import org.jspecify.annotations.NullMarked;
