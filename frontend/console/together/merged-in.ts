/** Which incidents a history says were merged into its own. Pure. */
import type { HistoryEntry } from '@atesto/contract';

export const mergedIn = (history: readonly HistoryEntry[]): string[] => [
  ...new Set(
    history.flatMap(({ kind, data: { merged } }) =>
      kind === 'incident.changed' && typeof merged === 'string' ? [merged] : [],
    ),
  ),
];
