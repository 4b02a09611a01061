/**
 * The numbers of a report, without words: what came, what became of it, how right that was, and whom it concerns. Sees what
 * {@code org.scora.report} sees. Start at {@link org.scora.report.contents.Gathering}, which reads them, and {@link
 * org.scora.report.contents.Contents}, which holds them.
 */
@NullMarked
package org.scora.report.contents;

import org.jspecify.annotations.NullMarked;
