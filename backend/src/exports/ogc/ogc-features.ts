/** A page of features and a single one, as RFC 7946 with the links of the standard. Pure. */
import type { IncidentView, PublicIncident } from '@atesto/contract';
import { roundedDegrees } from '../rows/cells.js';
import { exerciseMark } from '../rows/row-context.js';
import type { Format } from './choose-format.js';
import { collectionPath, itemsPath } from './ogc-documents.js';
import { types, type Link, type OgcAddresses, type Query } from './ogc-links.js';

type Incident = IncidentView | PublicIncident;

export interface Feature {
  type: 'Feature';
  id: string;
  geometry: { type: 'Point'; coordinates: [number, number] } | null;
  properties: Record<string, unknown>;
}

export interface FeatureCollection {
  type: 'FeatureCollection';
  links: Link[];
  numberMatched: number;
  numberReturned: number;
  features: Feature[];
}

export function featureIn(incident: Incident, isExercise: boolean): Feature {
  const { id, location, ...properties } = incident;
  const mark = isExercise ? { title: `${exerciseMark}: ${incident.title}`, exercise: true } : {};
  return {
    type: 'Feature',
    id,
    geometry:
      location === null
        ? null
        : { type: 'Point', coordinates: [roundedDegrees(location.lon), roundedDegrees(location.lat)] },
    properties: { ...properties, ...mark },
  };
}

export interface FeaturePage {
  incidents: readonly Incident[];
  /** Cursor of the next page, null after the last one. */
  next: string | null;
  matched: number;
}

/** `query` is what was asked, without its form. */
export function featuresOf(
  page: FeaturePage,
  isExercise: boolean,
  at: OgcAddresses,
  query: Query,
  format: Format,
): FeatureCollection {
  const next = (cursor: string): Link => ({
    href: at.of(itemsPath, { ...query, cursor, f: format }),
    rel: 'next',
    type: format === 'json' ? types.geojson : types.html,
    title: 'The next page',
  });
  return {
    type: 'FeatureCollection',
    links: [...at.self(itemsPath, query, format, types.geojson), ...(page.next === null ? [] : [next(page.next)])],
    numberMatched: page.matched,
    numberReturned: page.incidents.length,
    features: page.incidents.map((incident) => featureIn(incident, isExercise)),
  };
}

export function linkedFeature(
  incident: Incident,
  isExercise: boolean,
  at: OgcAddresses,
  format: Format,
): Feature & { links: Link[] } {
  return {
    ...featureIn(incident, isExercise),
    links: [
      ...at.self(`${itemsPath}/${incident.id}`, {}, format, types.geojson),
      {
        href: at.of(collectionPath, { f: format }),
        rel: 'collection',
        type: format === 'json' ? types.json : types.html,
        title: 'The collection',
      },
    ],
  };
}
