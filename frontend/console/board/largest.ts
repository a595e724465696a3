/** The largest categories, and the rest as one, so that a table that is cut still adds up. Pure. */
import type { CategoryCount } from '@atesto/contract';

export const largest = (
  counts: readonly CategoryCount[],
  most: number,
): { shown: readonly CategoryCount[]; others: number } => ({
  shown: counts.slice(0, most),
  others: counts.slice(most).reduce((sum, { count }) => sum + count, 0),
});
