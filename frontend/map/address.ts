/**
 * What the address bar says: the filters, the chosen incident, the place in view and how it is looked at. Who opens an
 * address sees what was seen by who shared it. Pure.
 */
export const sinceWords = ['any', '24h', '7d', '30d'] as const;
export type Since = (typeof sinceWords)[number];

/** How the page shows what is there. */
export const looks = ['map', 'heat', 'list'] as const;
export type Look = (typeof looks)[number];

export interface Filters {
  /** Codes, and `none` for those without a category; empty for all. A parent includes its children. */
  categories: string[];
  severities: string[];
  statuses: string[];
  /** `any` wherever `from` or `to` say it exactly. */
  since: Since;
  /** Whole minutes in UTC: `2026-02-03T10:00Z`. Opened at or after. */
  from: string | null;
  /** Opened before. */
  to: string | null;
}

export interface Address {
  filters: Filters;
  incident: string | null;
  view: { lat: number; lon: number; zoom: number } | null;
  /** Name of a place that was looked for; it decides the view where `view` is not given. */
  place: string;
  look: Look;
  /** The timeline is open. */
  timeline: boolean;
  /** Inside a page of others: the map alone. */
  embed: boolean;
}

export const noFilters: Filters = { categories: [], severities: [], statuses: [], since: 'any', from: null, to: null };

const hours: Record<Since, number> = { any: 0, '24h': 24, '7d': 168, '30d': 720 };
const hourMs = 3_600_000;
const longestPlace = 100;

const list = (value: string | null, word: RegExp): string[] =>
  value ? [...new Set(value.split(',').filter((one) => word.test(one)))] : [];

const oneOf = <Word extends string>(all: readonly Word[], value: string | null, otherwise: Word): Word =>
  all.find((word) => word === value) ?? otherwise;

/** The minute in which an instant lies, as the address writes it; null for what is none. */
export function minuteOf(instant: string | number | null): string | null {
  const time = typeof instant === 'string' ? Date.parse(instant) : (instant ?? Number.NaN);
  // Years of more than four digits are written otherwise, and nobody means them.
  if (Number.isNaN(time) || Math.abs(time) > 8e13) return null;
  return `${new Date(time).toISOString().slice(0, 16)}Z`;
}

function readFilters(params: URLSearchParams): Filters {
  const from = minuteOf(params.get('from'));
  const to = minuteOf(params.get('to'));
  return {
    categories: list(params.get('category'), /^[a-z0-9][a-z0-9-]{0,99}$/),
    severities: list(params.get('severity'), /^[a-z_]+$/),
    statuses: list(params.get('status'), /^[a-z_]+$/),
    since: from === null && to === null ? oneOf(sinceWords, params.get('since'), 'any') : 'any',
    from,
    to,
  };
}

export function readAddress(search: string): Address {
  const params = new URLSearchParams(search);
  const at = /^(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?),(\d+(?:\.\d+)?)$/.exec(params.get('at') ?? '');
  return {
    filters: readFilters(params),
    incident: params.get('incident'),
    view: at ? { lat: Number(at[1]), lon: Number(at[2]), zoom: Number(at[3]) } : null,
    place: (params.get('place') ?? '').trim().slice(0, longestPlace),
    look: oneOf(looks, params.get('view'), 'map'),
    timeline: params.get('timeline') === '1',
    embed: params.get('embed') === '1',
  };
}

/** The part after the path; empty when nothing differs from the start. */
export function writeAddress({ filters, incident, view, place, look, timeline, embed }: Address): string {
  const params = new URLSearchParams();
  const put = (name: string, value: string | null | false): void => {
    if (value) params.set(name, value);
  };
  put('category', filters.categories.join(','));
  put('severity', filters.severities.join(','));
  put('status', filters.statuses.join(','));
  put('since', filters.since !== 'any' && filters.since);
  put('from', filters.from);
  put('to', filters.to);
  put('view', look !== 'map' && look);
  put('timeline', timeline && '1');
  put('place', place);
  put('incident', incident);
  put('at', view && `${view.lat.toFixed(4)},${view.lon.toFixed(4)},${Number(view.zoom.toFixed(1))}`);
  put('embed', embed && '1');
  const text = params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return text === '' ? '' : `?${text}`;
}

/** Severity, status and category as the API takes them, without the time. */
export function kindQuery(filters: Filters): URLSearchParams {
  const params = new URLSearchParams();
  if (filters.categories.length > 0) params.set('category', filters.categories.join(','));
  if (filters.severities.length > 0) params.set('severity', filters.severities.join(','));
  if (filters.statuses.length > 0) params.set('status', filters.statuses.join(','));
  return params;
}

/** From when to when, in milliseconds. Full hours, so that many people ask for the same tiles. */
export function timeOf(filters: Filters, nowMs: number): { from: number | null; to: number | null } {
  const ms = (minute: string | null): number | null => (minute === null ? null : Date.parse(minute));
  if (filters.since === 'any') return { from: ms(filters.from), to: ms(filters.to) };
  return { from: Math.floor(nowMs / hourMs - hours[filters.since]) * hourMs, to: null };
}

/** The filters as the API takes them. */
export function filterQuery(filters: Filters, nowMs: number): URLSearchParams {
  const params = kindQuery(filters);
  const { from, to } = timeOf(filters, nowMs);
  if (from !== null) params.set('from', new Date(from).toISOString());
  if (to !== null) params.set('to', new Date(to).toISOString());
  return params;
}

export const isTimed = ({ since, from, to }: Filters): boolean => since !== 'any' || from !== null || to !== null;

export const activeFilters = (filters: Filters): number => {
  const { categories, severities, statuses } = filters;
  return [categories.length > 0, severities.length > 0, statuses.length > 0, isTimed(filters)].filter(Boolean).length;
};
