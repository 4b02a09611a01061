/**
 * What Scora decides and remembers. The packages, in the order in which a message meets them: {@code message},
 * {@code check}, {@code learn}, {@code score}, {@code domain}, {@code policy}, {@code quarantine}, {@code journal},
 * {@code seal}, {@code report}; beside them {@code checkup} and {@code directory} for domains that come in, {@code people},
 * {@code dns}, {@code setting} and {@code storage}.
 */
@NullMarked
package org.scora;

import org.jspecify.annotations.NullMarked;
