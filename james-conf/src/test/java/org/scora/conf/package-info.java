/** Tests of the shipped configuration, and of what is said about broken ones. */
@NullMarked
package org.scora.conf;

import org.jspecify.annotations.NullMarked;
