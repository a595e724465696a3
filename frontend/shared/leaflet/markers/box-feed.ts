/** What lies in a small box of the map, page by page, from the same lists that the pages show. */
import type { IncidentStatus, Page, ReportStatus, Severity } from '@atesto/contract';
import type { MarkerPoint, Spot } from './marker-types.js';
import type { TileFeedOptions } from './tile-feed.js';

/** West, south, east, north in degrees. */
export type Corners = readonly [number, number, number, number];

interface Listed {
  id: string;
  title?: string;
  text?: string;
  category: string | null;
  severity?: Severity;
  priority?: Severity;
  status: IncidentStatus | ReportStatus;
  location: Spot | null;
}

const pageSize = 50;
const longestTitle = 90;

export class BoxFeed {
  constructor(private readonly options: TileFeedOptions) {}

  /** `filter` as the tiles take it. @throws when the list can't be had */
  async page(
    box: Corners,
    filter: URLSearchParams,
    cursor: string | null,
  ): Promise<{ points: MarkerPoint[]; next: string | null }> {
    const { deployment, layer, isPublic } = this.options;
    const query = new URLSearchParams(filter);
    const severity = query.get('severity');
    // Reports have a priority, which the tiles call by the name that incidents have for it.
    if (layer === 'reports' && severity !== null) {
      query.delete('severity');
      query.set('priority', severity);
    }
    query.delete('audience');
    query.set('bbox', box.map((degrees) => degrees.toFixed(6)).join(','));
    query.set('limit', String(pageSize));
    if (cursor !== null) query.set('cursor', cursor);
    const path = `/api/v1/deployments/${encodeURIComponent(deployment)}/${layer}?${query.toString()}`;
    const response = await fetch(path, { credentials: isPublic ? 'omit' : 'same-origin' });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    const { items, next } = (await response.json()) as Page<Listed>;
    return { points: items.map(pointOf), next };
  }
}

const pointOf = ({ id, title, text, category, severity, priority, status, location }: Listed): MarkerPoint => ({
  ...{ id, category, status, severity: severity ?? priority ?? 'normal' },
  title: title ?? (text ?? '').slice(0, longestTitle),
  lat: location?.lat ?? 0,
  lon: location?.lon ?? 0,
});
