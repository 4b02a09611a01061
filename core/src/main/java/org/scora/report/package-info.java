/**
 * The report for administrators: {@code DispositionReport} holds the numbers, {@code ReportView} puts them into words, the
 * templates in {@code src/main/jte} and {@code src/main/jte-text} into shape, {@code ReportMail} into a mail. Sees
 * {@code journal}, {@code domain}, {@code incident}, {@code message}, {@code policy}, {@code quarantine} and {@code score}. {@code RequestMails}
 * are those about held messages. Start at {@link org.scora.report.Reports}.
 */
@NullMarked
package org.scora.report;

import org.jspecify.annotations.NullMarked;
