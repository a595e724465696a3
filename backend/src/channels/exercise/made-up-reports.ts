/**
 * A made-up storm, report by report: each follows from the replay's name and its own number alone, so that it is the
 * same one after a restart. What happens is told by several people, a few hundred metres apart, as in a real one. Pure.
 */
import { createHash } from 'node:crypto';
import type { Bounds } from '@atesto/contract';
import { exerciseTexts } from './exercise-texts.js';
import { towns, type Town } from './towns.js';

export const madeUpCount = 240;
export const madeUpHours = 12;

export interface MadeUpReport {
  text: string;
  category: string | undefined;
  place: string;
  location: { lat: number; lon: number; accuracy: number } | undefined;
}

const waysToEnd = ['', ' Please hurry.', ' I can see it from my window.', ' Others are here too.', ' It gets worse.'];
/** The same thing is told for so many reports, then it happens elsewhere. */
const spell = 80;
const widestArea = 20;

/** A number in [0, 1) that depends on nothing but these. */
function chance(...of: (string | number)[]): number {
  return createHash('sha256').update(of.join('/')).digest().readUInt32BE(0) / 2 ** 32;
}

const oneOf = <Item>(items: readonly Item[], part: number): Item => items[Math.floor(part * items.length)] as Item;

/** When it is told, as a part of the whole: few at first, many while the storm is over the town, few at its end. */
export function madeUpMoment(index: number): number {
  return 0.5 - Math.sin(Math.asin(1 - (2 * index) / madeUpCount) / 3);
}

/** Within the deployment's area when it is one that people could live in; else where `--demo` has its storm. */
function townsOf(seed: string, area: Bounds): readonly Town[] {
  const [width, height] = [area.east - area.west, area.north - area.south];
  if (width <= 0 || width > widestArea || height > widestArea) return towns;
  const inside = (name: string, index: number): number => 0.2 + 0.6 * chance(seed, name, index);
  return Array.from({ length: 5 }, (_, index) => [
    area.south + height * inside('lat', index),
    area.west + width * inside('lon', index),
    Math.min(0.03, height / 10),
  ]);
}

export function madeUpReport(seed: string, index: number, area: Bounds): MadeUpReport {
  const part = (name: string): number => chance(seed, index, name);
  const theme = Math.floor(part('theme') * exerciseTexts.length);
  const { text, category, place } = exerciseTexts[theme] ?? { text: '', category: 'other', place: '' };
  const event = `${seed}/${theme}/${Math.floor(index / spell)}`;
  const [lat, lon, spread] = oneOf(townsOf(seed, area), chance(event, 'town'));
  const near = (name: string, wide: number): number =>
    (chance(event, name) - 0.5) * wide * 2 + (part(name) - 0.5) * 0.004;
  return {
    text: text + oneOf(waysToEnd, part('end')),
    category: part('category') < 0.9 ? category : undefined,
    place,
    location:
      part('located') < 0.85
        ? {
            lat: lat + near('north', spread),
            lon: lon + near('east', spread),
            accuracy: 5 + Math.round(part('accuracy') * 60),
          }
        : undefined,
  };
}
