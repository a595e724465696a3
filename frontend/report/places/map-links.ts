/** Links of the common map apps. One table of hosts, each with where it keeps the place; read without the network. */
import { readDegrees } from './degrees.js';
import { accuracyOfStep, accuracyOfView, readingOf, type Near, type PlaceReading } from './place-reading.js';
import { readPlusCode } from './plus-code.js';
import { readGe0Code, readGeohash, readOsmCode } from './short-codes.js';

interface Link {
  url: URL;
  /** Path and fragment, decoded. */
  path: string;
  hash: string;
  param: (name: string) => string;
  near: Near | null;
}

type Reader = (link: Link) => PlaceReading | null;

const number = String.raw`([+-]?\d{1,3}(?:\.\d+)?)`;
const pairAtStart = new RegExp(String.raw`^\s*(?:loc:|ll\.|point\.)?${number}(?:\s*[,~_]\s*|\s+)${number}(?![\d.]*\d)`);

const digitsOf = (part: string): number => part.split('.')[1]?.length ?? 0;

function reading(lat: string, lon: string, zoom?: number): PlaceReading | null {
  const accuracy = accuracyOfStep(10 ** -Math.min(digitsOf(lat), digitsOf(lon)));
  const ofView = zoom === undefined || Number.isNaN(zoom) ? 0 : accuracyOfView(Number(lat), zoom);
  return readingOf(Number(lat), Number(lon), 'link', Math.max(accuracy, ofView));
}

/** The order of nearly everybody. A zoom says that it is no pin but the middle of a view. */
function latLon(text: string, zoom?: number): PlaceReading | null {
  const found = pairAtStart.exec(text);
  return found && reading(found[1]!, found[2]!, zoom);
}

function lonLat(text: string, zoom?: number): PlaceReading | null {
  const found = pairAtStart.exec(text);
  return found && reading(found[2]!, found[1]!, zoom);
}

/** Old phones have no `at`. */
const last = <T>(items: readonly T[]): T | undefined => items[items.length - 1];

/** The first that can be read. */
function first<T>(items: readonly T[], read: (item: T) => PlaceReading | null): PlaceReading | null {
  for (const item of items) {
    const found = read(item);
    if (found !== null) return found;
  }
  return null;
}

const inParams =
  (...names: string[]): Reader =>
  ({ param }) =>
    first(names, (name) => latLon(param(name)));

/** A place as somebody types it into a search: a pair, degrees with letters, or a code. */
function typed(text: string, near: Near | null): PlaceReading | null {
  const found = latLon(text) ?? readPlusCode(text, near) ?? readDegrees(text, near, '');
  return found && { ...found, notation: 'link' };
}

const google: Reader = ({ path, hash, param, near }) => {
  const pins = [...`${path}${hash}`.matchAll(new RegExp(`!3d${number}!4d${number}`, 'g'))];
  const stops = [...path.matchAll(new RegExp(`!1d${number}!2d${number}`, 'g'))];
  const [pin, stop] = [last(pins), last(stops)];
  const segments = path.split('/').filter((part) => !/^(@|data=)/.test(part));
  const view = new RegExp(`@${number},${number}(?:,([\\d.]+)([zma]?))?`).exec(path);
  return (
    (pin && reading(pin[1]!, pin[2]!)) ??
    (stop && reading(stop[2]!, stop[1]!)) ??
    first(['destination', 'daddr', 'query', 'q', 'cbll', 'viewpoint', 'll', 'center'], (name) =>
      typed(param(name), near),
    ) ??
    first(segments.reverse(), (part) => typed(part, near)) ??
    // "15z" is a zoom; "500m" is how wide the view is.
    (view && reading(view[1]!, view[2]!, view[4] === 'm' ? 24 - Math.log2(Number(view[3])) : Number(view[3] ?? 15)))
  );
};

const openStreetMap: Reader = ({ url, path, hash, param }) => {
  const code = /^\/go\/([\w~@=-]+)/.exec(path)?.[1];
  if (code !== undefined) return readOsmCode(code, url.searchParams.has('m') || url.searchParams.has('node'));
  const view = new RegExp(`map=([\\d.]+)/${number}/${number}`).exec(`${hash}&${url.search}`);
  const stops = param('route').split(';');
  return (
    latLon(`${param('mlat')},${param('mlon')}`) ??
    latLon(param('to')) ??
    latLon(last(stops) ?? '') ??
    latLon(`${param('lat')},${param('lon')}`, Number(param('zoom') || NaN)) ??
    (view && reading(view[2]!, view[3]!, Number(view[1])))
  );
};

const waze: Reader = ({ path, param, near }) => {
  const hash = /^\/ul\/h([\da-z]+)$/.exec(path)?.[1];
  return hash === undefined
    ? (first(['ll', 'to', 'latlng'], (name) => latLon(param(name))) ?? typed(param('q'), near))
    : readGeohash(hash);
};

const bing: Reader = ({ param }) =>
  first(param('sp').split('~point.'), (part) => latLon(part)) ??
  latLon(param('where1')) ??
  latLon((last(param('rtp').split('~pos.')) ?? '').replace(/^pos\./, '')) ??
  latLon(param('cp'), Number(param('lvl') || 15));

const here: Reader = ({ path, param }) =>
  first(path.split('/').reverse(), (part) => latLon(part)) ??
  latLon(param('map'), Number(param('map').split(',')[2] ?? NaN));

/** Longitude comes first, but for the stops of a route. */
const yandex: Reader = ({ param }) =>
  lonLat(param('pt')) ??
  lonLat(param('whatshere[point]')) ??
  lonLat(param('poi[point]')) ??
  latLon(last(param('rtext').split('~')) ?? '') ??
  lonLat(param('ll'), Number(param('z') || 15));

const organicMaps: Reader = ({ url, path, param }) =>
  latLon(param('ll')) ??
  first([url.host, ...path.split('/').slice(1, 3)], (part) =>
    /^[\w-]{5,11}$/.test(part) ? readGe0Code(part) : null,
  ) ??
  first(path.split('/'), (part) => latLon(part));

const osmAnd: Reader = ({ hash, param }) => {
  const [zoom, lat, lon] = hash.slice(1).split('/');
  return (
    latLon(param('pin')) ??
    latLon(`${param('lat')},${param('lon')}`) ??
    latLon(param('finish')) ??
    latLon(`${lat},${lon}`, Number(zoom))
  );
};

const mapy: Reader = ({ param }) => latLon(`${param('y')},${param('x')}`, Number(param('z') || 15));
const geohashOrg: Reader = ({ path }) => readGeohash(path.slice(1));
const plusCodes: Reader = ({ path, near }) => readPlusCode(path.slice(1).replace(' ', '+'), near);

/** Whoever else names a latitude and a longitude. */
const anybody: Reader = ({ param }) =>
  first(
    [
      ['lat', 'lon'],
      ['lat', 'lng'],
      ['latitude', 'longitude'],
      ['mlat', 'mlon'],
    ] as const,
    ([lat, lon]) => latLon(`${param(lat)},${param(lon)}`),
  );

const readers: [RegExp, Reader][] = [
  [/(^|\.)google\.[a-z.]{2,6}$/, google],
  [/^maps\.apple\.com$/, inParams('coordinate', 'daddr', 'll', 'q', 'sll', 'center', 'address')],
  [/(^|\.)(openstreetmap\.org|osm\.org)$/, openStreetMap],
  [/(^|\.)waze\.com$|^waze:/, waze],
  [/(^|\.)bing\.com$/, bing],
  [/(^|\.)here\.com$/, here],
  [/(^|\.)yandex\.[a-z.]{2,6}$/, yandex],
  [/^(omaps\.app|ge0\.me|comaps\.at)$|^(om|ge0|cm|mapsme):/, organicMaps],
  [/(^|\.)osmand\.net$/, osmAnd],
  [/(^|\.)mapy\.(com|cz)$/, mapy],
  [/^geohash\.org$/, geohashOrg],
  [/^plus\.codes$/, plusCodes],
];

/** Short links that only their own server can look up. */
const elsewhere =
  /^(maps\.app\.goo\.gl|goo\.gl\/(maps|app)|g\.co\/kgs|maps\.apple\/p|her\.is|binged\.it|w3w\.co|(www\.)?what3words\.com|go\.2gis\.com|(www\.)?yandex\.[a-z.]{2,6}\/maps\/-|kko\.to|amap\.com|surl\.amap)/i;

const linkPattern = /[a-z][a-z0-9+.-]*:\/\/[^\s<>"]+|\b(?:[a-z0-9-]+\.)+[a-z]{2,}\/[^\s<>"]*/gi;

export const linksIn = (text: string): string[] => text.match(linkPattern) ?? [];

/** The text without its links: what stands in an unknown one is no place. */
export const withoutLinks = (text: string): string => text.replace(linkPattern, ' ').trim();

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return text;
  }
};

export function readLink(link: string, near: Near | null): PlaceReading | null {
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(link) ? link : `https://${link}`;
  let url: URL;
  try {
    url = new URL(whole.replace(/[).,;!]+$/, ''));
  } catch {
    return null;
  }
  const isWeb = /^https?:$/.test(url.protocol);
  const key = isWeb ? url.hostname.toLowerCase() : url.protocol;
  const read = readers.find(([host]) => host.test(key))?.[1] ?? anybody;
  // Browsers disagree on the hosts of schemes they do not know, so that it is read from the text.
  const path = isWeb ? url.pathname : whole.replace(/^[^:]*:\/\//, '/').replace(/[?#].*$/, '');
  return read({
    url,
    path: decoded(path),
    hash: decoded(url.hash),
    param: (name) => url.searchParams.get(name) ?? '',
    near,
  });
}

export const isElsewhere = (link: string): boolean => elsewhere.test(link.replace(/^[a-z]+:\/\//i, ''));
