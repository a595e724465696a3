/** What the public may know of how an incident came to stand as it does. */
import type { Confidence } from './evidence.js';
import type { IncidentStatus, Instant } from './vocabulary.js';

export const publicHistoryKinds = [
  'opened',
  'published',
  'status',
  'confidence',
  'seconded',
  'reports',
  'merged',
] as const;
export type PublicHistoryKind = (typeof publicHistoryKinds)[number];

/** The exact keys that the public may see. Nobody is named, and no report either. */
export interface PublicHistoryItem {
  at: Instant;
  /**
   * `published` where it was opened before the public could see it; `seconded` when a second person confirmed it;
   * `merged` when another public incident turned out to be the same.
   */
  kind: PublicHistoryKind;
  /** Of `status`: what it became. */
  status: IncidentStatus | null;
  /** Of `status`: what was said in public about it. */
  reason: string | null;
  /** Of `confidence`: how sure responders are since. */
  confidence: Confidence | null;
  /** Of `reports`: how many more said the same. */
  reports: number | null;
}
