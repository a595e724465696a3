/** Reads what somebody hands in. Fields that the standard does not know are kept under their names. Pure. */
import type { Location } from '@atesto/contract';
import type { Fault } from './write-answer.js';

export interface PostedRequest {
  serviceCode: string;
  text: string;
  location: Location | undefined;
  place: string | undefined;
  email: string | undefined;
  phone: string | undefined;
  name: string | undefined;
  deviceId: string | undefined;
  accountId: string | undefined;
  /** Everything else, such as attributes and the address of a picture. */
  rest: Record<string, string | string[]>;
}

/** Fields by name; one that came several times has several values. */
export type Fields = ReadonlyMap<string, readonly string[]>;

const known = new Set(
  [
    ['api_key', 'jurisdiction_id', 'service_code', 'lat', 'long', 'address_string', 'email', 'device_id', 'account_id'],
    ['first_name', 'last_name', 'phone', 'description'],
  ].flat(),
);

export function fieldsOf(entries: Iterable<[string, string]>): Fields {
  const fields = new Map<string, string[]>();
  // An empty field is as good as none.
  for (const [name, value] of entries)
    if (value.trim() !== '') fields.set(name, [...(fields.get(name) ?? []), value.trim()]);
  return fields;
}

const decimal = /^[-+]?\d{1,3}(\.\d+)?$/;

/** Undefined where there is none, null for what is no place. */
function locationOf(lat: string | undefined, long: string | undefined): Location | null | undefined {
  if (lat === undefined && long === undefined) return undefined;
  if (lat === undefined || long === undefined || !decimal.test(lat) || !decimal.test(long)) return null;
  const location = { lat: Number(lat), lon: Number(long) };
  return Math.abs(location.lat) <= 90 && Math.abs(location.lon) <= 180 ? location : null;
}

const bad = (description: string): Fault => ({ code: 400, description });

/** `hasMedia`: pictures came with it. What the service is called is not checked here. */
export function readRequest(fields: Fields, hasMedia: boolean): PostedRequest | Fault[] {
  const faults: Fault[] = [];
  const one = (name: string): string | undefined => fields.get(name)?.at(-1);
  const serviceCode = one('service_code');
  if (serviceCode === undefined) faults.push(bad('service_code was not provided.'));
  const location = locationOf(one('lat'), one('long'));
  if (location === null) faults.push(bad('lat and long must both be there, as degrees like 12.5 and -44.25.'));
  const [text = '', place] = [one('description'), one('address_string')];
  // In an emergency somebody may not know where they are; nothing at all is no report.
  const isEmpty =
    text === '' && location === undefined && place === undefined && !fields.has('address_id') && !hasMedia;
  if (isEmpty) faults.push(bad('One of description, lat and long, address_string, address_id or a picture is needed.'));
  if (faults.length > 0) return faults;
  const rest = [...fields].filter(([name]) => !known.has(name));
  const name = [one('first_name'), one('last_name')].filter((part) => part !== undefined).join(' ');
  return {
    serviceCode: serviceCode ?? '',
    text,
    location: location ?? undefined,
    place,
    email: one('email'),
    phone: one('phone'),
    name: name === '' ? undefined : name,
    deviceId: one('device_id'),
    accountId: one('account_id'),
    rest: Object.fromEntries(
      rest.map(([key, [first = '', ...more]]) => [key, more.length === 0 ? first : [first, ...more]]),
    ),
  };
}
