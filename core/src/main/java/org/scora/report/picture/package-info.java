/**
 * Pictures in mail: small PNG files that can be seen on light and on dark ground. Sees what {@code org.scora.report} sees.
 * Start at {@link org.scora.report.picture.Charts}.
 */
@NullMarked
package org.scora.report.picture;

import org.jspecify.annotations.NullMarked;
