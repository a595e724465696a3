/** What is being typed beside what it was based on: what to send, and what others changed in the meantime. Pure. */
import type { Location } from '@atesto/contract';

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Only the fields that the person changed: what others changed beside them stays theirs. */
export const changesOf = <Fields extends object>(base: Fields, draft: Fields): Partial<Fields> => {
  const changed: Partial<Fields> = {};
  for (const name of Object.keys(draft) as (keyof Fields)[]) {
    if (!same(base[name], draft[name])) changed[name] = draft[name];
  }
  return changed;
};

/** Names of the fields that became something else since the form was opened. */
export const changedMeanwhile = <Fields extends object>(base: Fields, fresh: Fields): (keyof Fields)[] =>
  (Object.keys(base) as (keyof Fields)[]).filter((name) => !same(base[name], fresh[name]));

/** What is kept of each field that both changed, mine unless somebody chose otherwise. */
export type Kept<Fields extends object> = Partial<Record<keyof Fields, 'mine' | 'theirs'>>;

/** Fields that I changed and that others changed since, to something else. */
export const conflictsOf = <Fields extends object>(
  base: Fields,
  mine: Partial<Fields>,
  fresh: Fields,
): (keyof Fields)[] => changedMeanwhile(base, fresh).filter((name) => name in mine && !same(mine[name], fresh[name]));

/** What I typed, without what I gave up for what others saved. */
export const withoutGivenUp = <Fields extends object>(mine: Partial<Fields>, kept: Kept<Fields>): Partial<Fields> =>
  Object.fromEntries(
    Object.entries(mine).filter(([name]) => kept[name as keyof Fields] !== 'theirs'),
  ) as Partial<Fields>;

export interface TypedLocation {
  lat: string;
  lon: string;
}

/** Six decimals are a decimetre. */
const shown = (degrees: number): string => String(Math.round(degrees * 1e6) / 1e6);

export const typedOf = (location: Location | null): TypedLocation =>
  location === null ? { lat: '', lon: '' } : { lat: shown(location.lat), lon: shown(location.lon) };

const degrees = (text: string, most: number): number | null => {
  const value = Number(text.trim().replace(',', '.').replace('−', '-'));
  return text.trim() !== '' && Number.isFinite(value) && Math.abs(value) <= most ? value : null;
};

/** Both numbers, or neither; anything else is `bad`. */
export const locationOf = ({ lat, lon }: TypedLocation): Pick<Location, 'lat' | 'lon'> | null | 'bad' => {
  if (lat.trim() === '' && lon.trim() === '') return null;
  const [latitude, longitude] = [degrees(lat, 90), degrees(lon, 180)];
  return latitude === null || longitude === null ? 'bad' : { lat: latitude, lon: longitude };
};
