/**
 * What becomes of an incident that came from elsewhere when they say something new of it: fields that were not changed here
 * follow them, for the others people decide. Pure.
 */
import { sharedFieldNames, type SharedConflict, type SharedFieldName, type SharedFields } from '@atesto/contract';

const fieldKey = (value: unknown): string => {
  const place = value as { lat?: unknown; lon?: unknown } | null;
  return place !== null && typeof place === 'object' ? JSON.stringify([place.lat, place.lon]) : JSON.stringify(value);
};

export const isSame = (one: unknown, other: unknown): boolean => fieldKey(one) === fieldKey(other);

/** A category that is unknown here says nothing. */
export function readable(theirs: SharedFields, base: SharedFields, isKnown: (code: string) => boolean): SharedFields {
  const { category } = theirs;
  return { ...theirs, category: category === null || isKnown(category) ? category : base.category };
}

export interface Merged {
  /** Fields that follow them. */
  taken: Partial<SharedFields>;
  /** What counts as taken over from now on. */
  base: SharedFields;
}

export function mergeUpdate(base: SharedFields, ours: SharedFields, theirs: SharedFields): Merged {
  const news = sharedFieldNames.filter((field) => !isSame(theirs[field], base[field]));
  const follows = news.filter((field) => isSame(ours[field], base[field]) && !isSame(ours[field], theirs[field]));
  const agreed = news.filter((field) => isSame(ours[field], theirs[field]));
  return { taken: picked(theirs, follows), base: { ...base, ...picked(theirs, [...follows, ...agreed]) } };
}

/** What they say now, where it was changed here since and they changed it, too. */
export function conflictsOf(base: SharedFields, ours: SharedFields, theirs: SharedFields): SharedConflict[] {
  return sharedFieldNames
    .filter((field) => !isSame(theirs[field], base[field]) && !isSame(theirs[field], ours[field]))
    .map((field) => ({ field, ours: ours[field], theirs: theirs[field] }));
}

export function picked(from: SharedFields, fields: readonly SharedFieldName[]): Partial<SharedFields> {
  return Object.fromEntries(fields.map((field) => [field, from[field]]));
}
