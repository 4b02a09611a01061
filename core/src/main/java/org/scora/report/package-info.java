/**
 * The report for administrators: {@code contents} has its numbers, {@code advice} what to do about them, {@code ReportWriter}
 * puts both into words, the templates in {@code src/main/jte} and {@code src/main/jte-text} into shape, {@code ReportMail} into a
 * mail with what {@code picture} draws. Sees {@code checkup}, {@code journal}, {@code domain}, {@code incident},
 * {@code message}, {@code people}, {@code policy}, {@code quarantine}, {@code replay}, {@code score} and {@code setting}.
 * {@code RequestMails} are those about requests for a release, {@code digest} those that tell owners of mailboxes what is
 * held for them; their sentences are {@code Wordings}. Start at {@link org.scora.report.Reports}.
 */
@NullMarked
package org.scora.report;

import org.jspecify.annotations.NullMarked;
