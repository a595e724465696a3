/**
 * Degrees as people write them: decimal, with minutes, with seconds; letters or words of direction before or behind;
 * points or commas. Numbers that could be anything else are not read.
 */
import { accuracyOfStep, lonDistance, readingOf, type Near, type PlaceReading } from './place-reading.js';

const number = String.raw`\d{1,3}(?:[.,]\d+)?`;
const small = String.raw`\d{1,2}(?:[.,]\d+)?`;
/** Degrees, minutes, seconds as three groups; a mark or a space stands between them. */
const angle = String.raw`([+-]?${number})(?:(?: ?[°:] ?| )(${small})(?:(?: ?[':] ?| )(${small}))?)? ?[°'"]*`;
const decimal = String.raw`([+-]?${number}) ?°?`;
/** Without letters only the degree sign tells minutes from another number. */
const marked = String.raw`([+-]?\d{1,3}) ?° ?(?:(${small}) ?'? ?(?:(${small}) ?"?)?)?`;
const direction = String.raw`(north|nord|noord|norte|south|süd|sued|sud|zuid|sur|sul|east|este|est|ost|oost|west|ouest|oeste|ovest|شمالا?ً?|جنوبا?ً?|شرقا?ً?|غربا?ً?|[nsewo])(?!\p{L})`;
const between = ' ?[,;/|]? ?';
const before = String.raw`(?:^|[^\p{L}\d.,:°'"+-])`;
const after = String.raw`(?![\p{L}\d]|[.,]\d)`;

const lettersBehind = new RegExp(
  String.raw`${before}${angle} ?${direction}${between}${angle} ?${direction}(?!\d)`,
  'iu',
);
const lettersAhead = new RegExp(
  `${before}${direction} ?:? ?${angle}${between}${direction} ?:? ?${angle}${after}`,
  'iu',
);
const bare = new RegExp(`${before}${decimal} ?(?:[,;/|] ?| )${decimal}${after}`, 'u');
const bareMarked = new RegExp(`^${marked} ?[,;/| ]? ?${marked}$`);
const labelled = (words: string): RegExp =>
  new RegExp(String.raw`(?:^|[^\p{L}])(?:${words})["']? ?[:=]? ?["']?([+-]?${number})(?![\p{L}\d])`, 'iu');
const labelledLat = labelled('lat|latitude|latitud|breite|breitengrad|خط العرض');
const labelledLon = labelled('lon|lng|long|longitude|longitud|länge|längengrad|خط الطول');

/** ISO 6709, and the run of digits of pilots and sailors. */
const isoPair = /^([+-]\d{2}(?:\.\d+)?)([+-]\d{3}(?:\.\d+)?)(?:[+-]\d+(?:\.\d+)?)?\/?$/;
const digitRun = /^(\d{2})(\d{2})(\d{2}(?:\.\d+)?) ?([NS]) ?[,/]? ?(\d{3})(\d{2})(\d{2}(?:\.\d+)?) ?([EW])$/i;
/** Machines write the longitude first. */
const geometry = /(?:\bpoint ?\(|"coordinates" ?: ?\[) ?([+-]?\d+(?:\.\d+)?)[, ]+([+-]?\d+(?:\.\d+)?)/i;

type Axis = 'lat' | 'lon';
interface Angle {
  degrees: number;
  step: number;
  /** Digits behind the point of the degrees; minutes and seconds count as many. */
  digits: number;
}

const digitsOf = (part: string): number => part.split(/[.,]/)[1]?.length ?? 0;
const valueOf = (part: string): number => Number(part.replace(',', '.'));

/** Null for 75 minutes, or for parts of a part. */
function angleOf(degrees = '', minutes?: string, seconds?: string): Angle | null {
  const parts = [degrees, minutes, seconds].filter((part) => part !== undefined);
  if (parts.slice(0, -1).some((part) => digitsOf(part) > 0)) return null;
  const [whole = 0, ...rest] = parts.map(valueOf);
  if (rest.some((value) => value >= 60)) return null;
  const size = rest.reduce((sum, value, at) => sum + value / 60 ** (at + 1), Math.abs(whole));
  const digits = digitsOf(parts[parts.length - 1] ?? '');
  return {
    degrees: degrees.startsWith('-') ? -size : size,
    step: 10 ** -digits / 60 ** rest.length,
    digits: rest.length === 0 ? digits : 9,
  };
}

function reading(lat: Angle, lon: Angle): PlaceReading | null {
  return readingOf(lat.degrees, lon.degrees, 'degrees', accuracyOfStep(Math.max(lat.step, lon.step)));
}

const axes: [RegExp, Axis, number][] = [
  [/^(n|شم)/, 'lat', 1],
  [/^(s|z|جن)/, 'lat', -1],
  [/^(e|شر|os|oo)/, 'lon', 1],
  [/^(w|غر|ou|oe|ov)/, 'lon', -1],
  [/^o/, 'lon', 0],
];

/** O is Ost for some and ouest for others: what is near decides, else the reader's language, else nobody. */
function signOfO(degrees: number, near: Near | null, language: string): number {
  if (near !== null) {
    const [east, west] = [lonDistance(degrees, near.lon), lonDistance(-degrees, near.lon)];
    if (Math.max(east, west) > (near.reach ?? 0) && east !== west) return east < west ? 1 : -1;
  }
  if (/^(de|nl|da|sv|nb|no)\b/.test(language)) return 1;
  return /^(fr|es|it|pt|ca)\b/.test(language) ? -1 : 0;
}

function directed(word: string, value: Angle, near: Near | null, language: string): [Axis, Angle] | null {
  const [, axis, sign] = axes.find(([pattern]) => pattern.test(word.toLowerCase())) ?? [null, 'lat' as const, 0];
  const turn = sign === 0 ? signOfO(value.degrees, near, language) : sign;
  // "-72 W" is meant as 72 W, "-18 N" as nobody knows what.
  if (turn === 0 || (value.degrees < 0 && turn > 0)) return null;
  return [axis, { ...value, degrees: Math.abs(value.degrees) * turn }];
}

/** What speaks for an angle being one: a sign of degrees, minutes, or many digits. */
const isSure = (text: string, value: Angle, digits: number): boolean => text.includes('°') || value.digits >= digits;

function readDirected(text: string, near: Near | null, language: string): PlaceReading | null {
  for (const [pattern, wordsFirst] of [
    [lettersBehind, false],
    [lettersAhead, true],
  ] as const) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const groups = found.slice(1);
    const [first, second] = [groups.slice(0, 4), groups.slice(4)].map((group) => {
      const word = wordsFirst ? group[0] : group[3];
      const value = angleOf(...(wordsFirst ? group.slice(1) : group.slice(0, 3)));
      return value === null ? null : ([word ?? '', value] as const);
    });
    if (!first || !second) continue;
    // Among other words more must speak for it.
    const digits = found[0].trim().length === text.length ? 1 : 4;
    if (!isSure(found[0], first[1], digits) || !isSure(found[0], second[1], digits)) continue;
    const sides = [directed(...first, near, language), directed(...second, near, language)];
    const lat = sides.find((side) => side?.[0] === 'lat');
    const lon = sides.find((side) => side?.[0] === 'lon');
    if (lat && lon) return reading(lat[1], lon[1]);
  }
  return null;
}

/** Two plain numbers: many digits, or three and a minus; prices, dates and thousands have fewer. */
function readBare(text: string): PlaceReading | null {
  const found = bare.exec(text);
  if (found === null) return null;
  const [lat, lon] = [angleOf(found[1]), angleOf(found[2])];
  if (lat === null || lon === null) return null;
  const [fewest, most] = [Math.min(lat.digits, lon.digits), Math.max(lat.digits, lon.digits)];
  const isWhole = found[0].trim().length === text.length;
  const isMinus = (lat.degrees < 0 || lon.degrees < 0) && text.includes('.') && /[,;]/.test(text);
  const isEnough = isWhole ? (most >= 4 && fewest >= 2) || (fewest >= 3 && isMinus) : fewest >= 4;
  return isEnough ? reading(lat, lon) : null;
}

function readLabelled(text: string): PlaceReading | null {
  const [lat, lon] = [labelledLat.exec(text), labelledLon.exec(text)];
  if (lat === null || lon === null) return null;
  const [first, second] = [angleOf(lat[1]), angleOf(lon[1])];
  if (first === null || second === null) return null;
  const isSaid = /[:=]/.test(lat[0]) || Math.min(first.digits, second.digits) > 0;
  return isSaid ? reading(first, second) : null;
}

function readMarked(text: string): PlaceReading | null {
  const found = bareMarked.exec(text);
  if (found === null || found[2] === undefined || found[5] === undefined) return null;
  const [lat, lon] = [angleOf(...found.slice(1, 4)), angleOf(...found.slice(4, 7))];
  return lat === null || lon === null ? null : reading(lat, lon);
}

function readRuns(text: string): PlaceReading | null {
  const iso = isoPair.exec(text);
  if (iso !== null) {
    const [lat, lon] = [angleOf(iso[1]), angleOf(iso[2])];
    return lat && lon && readingOf(lat.degrees, lon.degrees, 'iso-6709', accuracyOfStep(Math.max(lat.step, lon.step)));
  }
  const run = digitRun.exec(text);
  if (run !== null) {
    const [lat, lon] = [angleOf(...run.slice(1, 4)), angleOf(...run.slice(5, 8))];
    if (lat === null || lon === null) return null;
    if (/s/i.test(run[4] ?? '')) lat.degrees *= -1;
    if (/w/i.test(run[8] ?? '')) lon.degrees *= -1;
    return reading(lat, lon);
  }
  return null;
}

/** `text` is plain text already. */
export function readDegrees(text: string, near: Near | null, language: string): PlaceReading | null {
  const machine = geometry.exec(text);
  if (machine !== null) {
    return readingOf(Number(machine[2]), Number(machine[1]), 'geometry', accuracyOfStep(10 ** -digitsOf(machine[1]!)));
  }
  const bald = text
    .replace(/(\d) ?(?:degrees?|deg|degr[ée]s?|grados?|grad)(?!\p{L})/giu, '$1°')
    .replace(/(\d) ?min(?:ut\p{L}+)?\.?(?!\p{L})/giu, "$1'")
    .replace(/(\d) ?se[ck](?:und\p{L}+|ond\p{L}+)?\.?(?!\p{L})/giu, '$1"')
    .replace(/^[([{<]+ ?| ?[)\]}>.;,]+$/g, '');
  return (
    readRuns(bald) ?? readLabelled(bald) ?? readDirected(bald, near, language) ?? readMarked(bald) ?? readBare(bald)
  );
}
