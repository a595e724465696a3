/** A position as providers write it, as numbers or texts, with an accuracy where they know one. Pure. */
import type { Location } from '@atesto/contract';

const numberOf = (value: unknown): number =>
  typeof value === 'number' || (typeof value === 'string' && value.trim() !== '') ? Number(value) : NaN;

/** Undefined for what is no place on Earth. */
export function positionOf(lat: unknown, lon: unknown, accuracyMetres?: unknown): Location | undefined {
  const [y, x, accuracy] = [numberOf(lat), numberOf(lon), numberOf(accuracyMetres)];
  if (!(Math.abs(y) <= 90 && Math.abs(x) <= 180)) return undefined;
  return { lat: y, lon: x, ...(accuracy >= 0 && Number.isFinite(accuracy) && { accuracy }) };
}
