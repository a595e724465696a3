/** How well an offer fits a need: near enough to be brought, and enough of it. Pure. */
import type { OfferReason } from '@atesto/contract';

export interface Fit {
  /** Null where either place is unknown. */
  distanceMetres: number | null;
  left: number;
  /** What of the need nobody has promised. */
  open: number;
  isSameUnit: boolean;
}

/** What lies farther off is not offered beside a need. */
export const nearMetres = 50_000;

/** Where a place is unknown, somebody has to ask: it counts as half way. */
const unknownNearness = 0.5;

/** The score is from 0 to 1; null for what fits not at all. */
export function scoreOffer(fit: Fit): { score: number; reasons: OfferReason[] } | null {
  const { distanceMetres, left, open, isSameUnit } = fit;
  if (left <= 0 || open <= 0) return null;
  if (distanceMetres !== null && distanceMetres > nearMetres) return null;
  const nearness = distanceMetres === null ? unknownNearness : 1 - distanceMetres / nearMetres;
  const enough = Math.min(1, left / open) * (isSameUnit ? 1 : 0.6);
  const reasons: OfferReason[] = [distanceMetres === null ? 'place_unknown' : 'near', left >= open ? 'enough' : 'part'];
  if (!isSameUnit) reasons.push('other_unit');
  return { score: Math.round((0.6 * nearness + 0.4 * enough) * 100) / 100, reasons };
}
