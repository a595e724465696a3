/** What the address bar says: the filters, the chosen incident and the view. Pure. */
export const sinceWords = ['any', '24h', '7d', '30d'] as const;
export type Since = (typeof sinceWords)[number];

export interface Filters {
  /** Code of one category, `none`, or empty for all. */
  category: string;
  severities: string[];
  statuses: string[];
  since: Since;
}

export interface Address {
  filters: Filters;
  incident: string | null;
  view: { lat: number; lon: number; zoom: number } | null;
}

const hours: Record<Since, number> = { any: 0, '24h': 24, '7d': 168, '30d': 720 };
const hourMs = 3_600_000;
const list = (value: string | null): string[] =>
  value ? value.split(',').filter((word) => /^[a-z_]+$/.test(word)) : [];

export function readAddress(search: string): Address {
  const params = new URLSearchParams(search);
  const since = params.get('since') as Since | null;
  const at = /^(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?),(\d+(?:\.\d+)?)$/.exec(params.get('at') ?? '');
  return {
    filters: {
      category: params.get('category') ?? '',
      severities: list(params.get('severity')),
      statuses: list(params.get('status')),
      since: since && sinceWords.includes(since) ? since : 'any',
    },
    incident: params.get('incident'),
    view: at ? { lat: Number(at[1]), lon: Number(at[2]), zoom: Number(at[3]) } : null,
  };
}

/** The part after the path; empty when nothing differs from the start. */
export function writeAddress({ filters, incident, view }: Address): string {
  const params = new URLSearchParams();
  if (filters.category) params.set('category', filters.category);
  if (filters.severities.length > 0) params.set('severity', filters.severities.join(','));
  if (filters.statuses.length > 0) params.set('status', filters.statuses.join(','));
  if (filters.since !== 'any') params.set('since', filters.since);
  if (incident) params.set('incident', incident);
  if (view) params.set('at', `${view.lat.toFixed(4)},${view.lon.toFixed(4)},${Number(view.zoom.toFixed(1))}`);
  const text = params.toString().replaceAll('%2C', ',');
  return text === '' ? '' : `?${text}`;
}

/** The filters as the API takes them. Full hours, so that many people ask for the same tiles. */
export function filterQuery(filters: Filters, nowMs: number): URLSearchParams {
  const params = new URLSearchParams();
  if (filters.category) params.set('category', filters.category);
  if (filters.severities.length > 0) params.set('severity', filters.severities.join(','));
  if (filters.statuses.length > 0) params.set('status', filters.statuses.join(','));
  if (filters.since !== 'any') {
    const from = Math.floor(nowMs / hourMs - hours[filters.since]) * hourMs;
    params.set('from', new Date(from).toISOString());
  }
  return params;
}

export const activeFilters = ({ category, severities, statuses, since }: Filters): number =>
  [category !== '', severities.length > 0, statuses.length > 0, since !== 'any'].filter(Boolean).length;

export const noFilters: Filters = { category: '', severities: [], statuses: [], since: 'any' };
