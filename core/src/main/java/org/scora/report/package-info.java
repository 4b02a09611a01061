/**
 * The report for administrators. Sees {@code journal}, {@code domain} and {@code message}. Start at {@link org.scora.report.Reports}.
 */
@NullMarked
package org.scora.report;

import org.jspecify.annotations.NullMarked;
