/**
 * What a request for features may say, as OGC API - Features Part 1 has it: unknown and invalid parameters are refused,
 * a limit above the highest is lowered to it. Pure.
 */
import { confidences, incidentStatuses, severities, type FieldError, type IncidentListQuery } from '@atesto/contract';
import type { IncidentScope } from '../../incidents/index.js';
import { readKeyset } from '../../platform/index.js';
import { invalidParameters } from './ogc.problems.js';
import { readBox } from './read-box.js';
import { readDatetime } from './read-datetime.js';

export const limits = { usual: 100, highest: 10_000 };

export type Parameters = Readonly<Record<string, string>>;

export interface ItemsQuery {
  query: IncidentListQuery & { limit: number };
  scope: IncidentScope;
}

export const itemsParameters = [
  'f',
  'limit',
  'bbox',
  'datetime',
  'category',
  'severity',
  'status',
  'confidence',
  'number',
  'cursor',
] as const;

/** @throws Problem 400 for what is not known here, or said twice */
export function knownParameters(query: unknown, known: readonly string[]): Parameters {
  const errors = Object.entries(query as Record<string, unknown>).flatMap(([name, value]): FieldError[] => {
    if (!known.includes(name)) return [{ pointer: `/${name}`, detail: `is not one of ${known.join(', ')}` }];
    return typeof value === 'string' ? [] : [{ pointer: `/${name}`, detail: 'is said more than once' }];
  });
  if (errors.length > 0) throw invalidParameters(errors);
  return query as Parameters;
}

const isCursor = (cursor: string): boolean => {
  try {
    readKeyset(cursor);
    return true;
  } catch {
    return false;
  }
};

const words = { severity: severities, status: incidentStatuses, confidence: confidences } as const;

/** @throws Problem 400 that names every parameter at fault */
export function readItemsQuery(raw: unknown): ItemsQuery {
  const given = knownParameters(raw, itemsParameters);
  const errors: FieldError[] = [];
  const read = <Value>(name: string, reader: (text: string) => Value | null, detail: string): Value | undefined => {
    const text = given[name];
    const value = text === undefined ? undefined : reader(text);
    if (value === null) errors.push({ pointer: `/${name}`, detail });
    return value ?? undefined;
  };
  const whole = (text: string): number | null => (/^\d{1,9}$/.test(text) && Number(text) >= 1 ? Number(text) : null);

  const limit = read('limit', whole, `must be a whole number from 1 to ${limits.highest}`) ?? limits.usual;
  const bbox = read('bbox', readBox, 'must be west,south,east,north in degrees, or six numbers with heights');
  const during = read('datetime', readDatetime, 'must be a date and time with its zone, or two of them with / between');
  const number = read('number', whole, 'must be a whole number from 1');
  const cursor = read('cursor', (text) => (isCursor(text) ? text : null), 'is not a cursor of this list');
  const exact = Object.entries(words).map(([name, allowed]) => [
    name,
    read(
      name,
      (text) => ((allowed as readonly string[]).includes(text) ? text : null),
      `must be ${allowed.join(', ')}`,
    ),
  ]);
  if (errors.length > 0) throw invalidParameters(errors);
  return {
    query: {
      limit: Math.min(limit, limits.highest),
      ...(bbox && { bbox }),
      ...(cursor !== undefined && { cursor }),
      ...(Object.fromEntries(exact.filter(([, value]) => value !== undefined)) as Pick<
        IncidentListQuery,
        keyof typeof words
      >),
    },
    scope: {
      placelessInBox: true,
      ...(during && { during }),
      ...(number !== undefined && { number }),
      ...(given['category'] !== undefined && { exactCategory: given['category'] }),
    },
  };
}
