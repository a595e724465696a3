/** What words say about a place: where, how surely, and why. */
import type { PlaceReason } from '@atesto/contract';

export interface PlaceInWords {
  lat: number;
  lon: number;
  /** Within which the place may lie. */
  accuracyMetres: number;
  /** As the gazetteer writes it, or the notation as it stands. */
  name: string;
  /** A certain one may be set without asking; a doubtful one is for a person to decide. */
  confidence: 'certain' | 'doubtful';
  reason: PlaceReason;
  /** Where in the text. */
  start: number;
  end: number;
}
