/**
 * Bridges to other programs that look at mail: ClamAV, rspamd, spamd, and virus scanners behind ICAP. All have one shape: a
 * {@link Scanner} speaks one protocol over one {@link Exchange}, and {@link ScannerCheck} makes findings of what it says, gives
 * up on one that does not answer, and says so. Sees {@code message}, {@code score} and {@code setting}. Start at
 * {@link ScannerCheck}; {@link Scanners} reads the settings.
 */
@NullMarked
package org.scora.check.scanner;

import org.jspecify.annotations.NullMarked;
