/**
 * What an administrator should do, made of a report's numbers: few things, each with its evidence and one action. Sees what
 * {@code org.scora.report} sees. Start at {@link org.scora.report.advice.Advising}; each class that implements {@link
 * org.scora.report.advice.Adviser} knows one advice.
 */
@NullMarked
package org.scora.report.advice;

import org.jspecify.annotations.NullMarked;
