/**
 * Every action one can take in mailetcontainer.xml. Sees core. Start at {@link org.scora.mailets.relay.Relay}.
 */
@NullMarked
package org.scora.mailets;

import org.jspecify.annotations.NullMarked;
