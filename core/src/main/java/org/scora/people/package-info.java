/**
 * Who may do what, and how people prove who they are: the operator by a token for the local admin API, the owner of a
 * mailbox by links that were sent to it. Sees {@code message}. Start at {@link org.scora.people.AdminToken} and {@link
 * org.scora.people.Links}.
 */
@NullMarked
package org.scora.people;

import org.jspecify.annotations.NullMarked;
