/** The resources above the features: landing page, conformance, and the one collection. Pure. */
import type { Deployment } from '../../deployments/index.js';
import type { WholeExtent } from '../../incidents/index.js';
import { exerciseMark } from '../rows/row-context.js';
import type { Format } from './choose-format.js';
import { types, type Link, type OgcAddresses } from './ogc-links.js';

export const collectionPath = '/collections/incidents';
export const itemsPath = `${collectionPath}/items`;
export const crs84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84';

const conformanceClasses = ['core', 'geojson', 'oas30', 'html'].map(
  (name) => `http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/${name}`,
);

export const titleOf = ({ name, isExercise }: Deployment): string => (isExercise ? `${exerciseMark}: ${name}` : name);

export interface Landing {
  title: string;
  description: string;
  links: Link[];
}

export function landingOf(deployment: Deployment, at: OgcAddresses, format: Format): Landing {
  return {
    title: titleOf(deployment),
    description: 'Incidents of a crisis map, by OGC API - Features. Places are as exact as the deployment shows them.',
    links: [
      ...at.self('', {}, format, types.json),
      {
        href: at.of('/api', { f: 'json' }),
        rel: 'service-desc',
        type: types.api,
        title: 'The description of this API',
      },
      { href: at.of('/api', { f: 'html' }), rel: 'service-doc', type: types.html, title: 'The description as a page' },
      { href: at.of('/conformance'), rel: 'conformance', type: types.json, title: 'What this API conforms to' },
      { href: at.of('/collections'), rel: 'data', type: types.json, title: 'The collections' },
    ],
  };
}

export interface Conformance {
  conformsTo: string[];
  links: Link[];
}

export function conformanceOf(at: OgcAddresses, format: Format): Conformance {
  return { conformsTo: conformanceClasses, links: at.self('/conformance', {}, format, types.json) };
}

/** Places are rounded where they are written, so the box is rounded outwards. */
const down = (degrees: number): number => Math.max(-180, Math.floor(degrees * 1e6) / 1e6);
const up = (degrees: number): number => Math.min(180, Math.ceil(degrees * 1e6) / 1e6);

function bboxOf({ west, south, east, north }: WholeExtent, { area }: Deployment): number[] {
  if (west === null || south === null || east === null || north === null)
    return [area.west, area.south, area.east, area.north];
  return [down(west), Math.max(-90, down(south)), up(east), Math.min(90, up(north))];
}

export interface Collection {
  id: string;
  title: string;
  description: string;
  extent: {
    spatial: { bbox: number[][]; crs: string };
    temporal: { interval: (string | null)[][]; trs: string };
  };
  itemType: string;
  crs: string[];
  links: Link[];
}

export function collectionOf(deployment: Deployment, extent: WholeExtent, at: OgcAddresses, own: Link[]): Collection {
  return {
    id: 'incidents',
    title: `Incidents: ${titleOf(deployment)}`,
    description:
      'What responders hold to be true. The time of an incident is that from its opening (openedAt) to its last ' +
      'change (updatedAt); `datetime` finds those whose time has a part in it.',
    extent: {
      spatial: { bbox: [bboxOf(extent, deployment)], crs: crs84 },
      temporal: {
        interval: [[extent.first?.toISOString() ?? null, extent.last?.toISOString() ?? null]],
        trs: 'http://www.opengis.net/def/uom/ISO-8601/0/Gregorian',
      },
    },
    itemType: 'feature',
    crs: [crs84],
    links: [
      ...own,
      { href: at.of(itemsPath, { f: 'json' }), rel: 'items', type: types.geojson, title: 'The incidents as GeoJSON' },
      { href: at.of(itemsPath, { f: 'html' }), rel: 'items', type: types.html, title: 'The incidents as a page' },
    ],
  };
}

export interface Collections {
  links: Link[];
  collections: Collection[];
}

export function collectionsOf(
  deployment: Deployment,
  extent: WholeExtent,
  at: OgcAddresses,
  format: Format,
): Collections {
  const own = at.self(collectionPath, {}, 'json', types.json);
  return {
    links: at.self('/collections', {}, format, types.json),
    collections: [collectionOf(deployment, extent, at, own)],
  };
}
