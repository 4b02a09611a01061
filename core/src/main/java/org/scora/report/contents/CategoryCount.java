package org.scora.report.contents;

import org.scora.score.Category;

/**
 * Unwanted mail of one category.
 *
 * @param unwanted copies that were flagged, held or deleted
 * @param before the same in the previous period
 */
public record CategoryCount(Category category, long unwanted, long before) {}
