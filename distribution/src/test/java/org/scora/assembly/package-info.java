/** Tests of what the archive holds besides classes. */
@NullMarked
package org.scora.assembly;

import org.jspecify.annotations.NullMarked;
