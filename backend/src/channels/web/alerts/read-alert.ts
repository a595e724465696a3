/** The fields of the plain form for alerts: kept to be shown again, with what is wrong, and as the call says them. Pure. */
import { severities, type Severity } from '@atesto/contract';
import {
  alertFields,
  alertRadiiKm,
  shownWays,
  type AlertErrors,
  type AlertValues,
  type ShownWay,
  type Texts,
} from '@atesto/frontend/report';

const isWay = (text: string): text is ShownWay => (shownWays as readonly string[]).includes(text);
const isSeverity = (text: string): text is Severity => (severities as readonly string[]).includes(text);
const usualRadius = '10';

/** Whatever came, as texts. */
export function readAlertValues(fields: Record<string, unknown>): AlertValues {
  const entries = alertFields.map((name) => {
    const value = fields[name];
    return [name, typeof value === 'string' ? value.trim() : ''] as const;
  });
  const values = Object.fromEntries(entries) as Omit<AlertValues, 'categories'>;
  const given = [fields['category'] ?? []].flat();
  const isRadius = alertRadiiKm.some((km) => String(km) === values.radius);
  return {
    ...values,
    categories: given.filter((one) => typeof one === 'string').slice(0, 200),
    radius: isRadius ? values.radius : usualRadius,
    severity: isSeverity(values.severity) ? values.severity : 'low',
  };
}

/** What needs another look before anything is asked, in the reader's language. */
export function alertErrors(values: AlertValues, ways: readonly ShownWay[], texts: Texts): AlertErrors {
  const errors: AlertErrors = {};
  if (!isWay(values.way) || !ways.includes(values.way)) errors.way = texts.alerts.wayMissing;
  if (values.where !== 'all' && values.place === '' && pointOf(values) === null) {
    errors.place = texts.alerts.placeMissing;
  }
  return errors;
}

export interface MiddleOf {
  lat: number;
  lon: number;
  name?: string;
}

/** What the script put beside the words. */
export function pointOf({ lat, lon, place }: AlertValues): MiddleOf | null {
  const [y, x] = [Number(lat), Number(lon)];
  if (lat === '' || lon === '' || !(Math.abs(y) <= 90) || !(Math.abs(x) <= 180)) return null;
  return { lat: y, lon: x, ...(place !== '' && { name: place }) };
}

/** What the call would say, to be checked as that is. `middle`: null for all of the map. */
export function wishOf(values: AlertValues, middle: MiddleOf | null, language: string): object {
  const { way, email, phone, endpoint, p256dh, auth, categories, severity, radius } = values;
  const address = way === 'email' ? email : phone;
  return {
    way,
    language,
    severity,
    ...(categories.length > 0 && { categories: [...new Set(categories)] }),
    ...(middle !== null && { circle: { lat: middle.lat, lon: middle.lon, radius: Number(radius) * 1000 } }),
    ...(middle?.name !== undefined && { place: middle.name.slice(0, 200) }),
    ...(way === 'push' ? { browser: { endpoint, keys: { p256dh, auth } } } : { address }),
  };
}

/** The query by which a feed says the same. */
export function feedQueryOf(values: AlertValues, middle: MiddleOf | null, language: string): string {
  const query = new URLSearchParams();
  if (middle !== null) {
    query.set('lat', String(middle.lat));
    query.set('lon', String(middle.lon));
    query.set('radius', String(Number(values.radius) * 1000));
  }
  if (values.categories.length > 0) query.set('categories', values.categories.join(','));
  if (values.severity !== 'low') query.set('severity', values.severity);
  query.set('lang', language);
  return query.toString();
}
