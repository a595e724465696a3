/** The deployment's area as four typed numbers. Pure. */
import type { Bounds } from '@atesto/contract';

export type Side = 'west' | 'south' | 'east' | 'north';
export const sides: readonly Side[] = ['west', 'south', 'east', 'north'];
export type TypedArea = Record<Side, string>;

export const typedArea = (area: Bounds): TypedArea => ({
  west: String(area.west),
  south: String(area.south),
  east: String(area.east),
  north: String(area.north),
});

/** Null when a number is missing or out of range, or south is not below north. West may exceed east. */
export const areaOf = (typed: TypedArea): Bounds | null => {
  const degrees = (side: Side, most: number): number => {
    const text = typed[side].trim().replace(',', '.').replace('−', '-');
    const value = Number(text);
    return text !== '' && Math.abs(value) <= most ? value : Number.NaN;
  };
  const area = {
    west: degrees('west', 180),
    south: degrees('south', 90),
    east: degrees('east', 180),
    north: degrees('north', 90),
  };
  return sides.some((side) => Number.isNaN(area[side])) || area.south >= area.north ? null : area;
};

export const parseLanguages = (text: string): string[] | null => {
  const tags = text
    .split(/[\s,;]+/)
    .filter((tag) => tag !== '')
    .map((tag) => tag.replace(/^[A-Za-z]+/, (first) => first.toLowerCase()));
  const good = tags.length > 0 && tags.every((tag) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag));
  return good ? [...new Set(tags)] : null;
};
