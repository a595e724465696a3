/** `geo:` as phones hand places on (RFC 5870, with Android's `?q=`), and `geohash:`. */
import { accuracyOfStep, readingOf, type PlaceReading } from './place-reading.js';
import { readGeohash } from './short-codes.js';

const number = String.raw`([+-]?\d{1,3}(?:\.\d+)?)`;
const geo = new RegExp(
  String.raw`(?:^|[\s(<"'])geo:${number},${number}(?:,[+-]?[\d.]+)?((?:;[\w-]+(?:=[^;?\s]*)?)*)(?:\?([^\s>"]*))?`,
  'i',
);
const geohash = /(?:^|\s)geohash:\s?([0-9b-hjkmnp-z]{3,12})(?![0-9a-z])/i;

const stepOf = (...parts: string[]): number => 10 ** -Math.min(...parts.map((part) => part.split('.')[1]?.length ?? 0));

export function readGeoUri(text: string): PlaceReading | null {
  const code = geohash.exec(text)?.[1];
  if (code !== undefined) return readGeohash(code);
  const found = geo.exec(text);
  if (found === null) return null;
  const [, lat = '', lon = '', parameters = '', query = ''] = found;
  const crs = /;crs=([^;]*)/i.exec(parameters)?.[1];
  if (crs !== undefined && !/^wgs84$/i.test(crs)) return null;
  // With a query the pair before it may be 0,0 or the view; the pin is in the query.
  const pin = new RegExp(`(?:^|&)q=${number}(?:,|%2C)(?:%20|\\+)?${number}`, 'i').exec(query);
  if (pin !== null)
    return readingOf(Number(pin[1]), Number(pin[2]), 'geo-uri', accuracyOfStep(stepOf(pin[1]!, pin[2]!)));
  if (Number(lat) === 0 && Number(lon) === 0) return null;
  const said = Number(/;u=([\d.]+)/i.exec(parameters)?.[1] ?? NaN);
  const accuracy = accuracyOfStep(stepOf(lat, lon));
  return readingOf(Number(lat), Number(lon), 'geo-uri', said > accuracy ? Math.ceil(said) : accuracy);
}
