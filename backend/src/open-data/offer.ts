/** Whether the public data of a deployment is offered as open data, under what licence, and in which forms. Pure. */
import type { Licence } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';

export const licenceAddresses: Record<Licence, string> = {
  'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
  'CC-BY-4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'CC-BY-SA-4.0': 'https://creativecommons.org/licenses/by-sa/4.0/',
  'ODbL-1.0': 'https://opendatacommons.org/licenses/odbl/1-0/',
  'ODC-By-1.0': 'https://opendatacommons.org/licenses/by/1-0/',
};

export type Offer =
  | { kind: 'exercise' }
  | { kind: 'no-licence' }
  | { kind: 'offered'; licence: Licence; publisher: string; contact: string | null };

/** An exercise offers nothing: somebody would take it for data. */
export function offerOf({ isExercise, policy, name }: Pick<Deployment, 'isExercise' | 'policy' | 'name'>): Offer {
  if (isExercise) return { kind: 'exercise' };
  if (policy.licence === null) return { kind: 'no-licence' };
  return {
    kind: 'offered',
    licence: policy.licence,
    publisher: policy.publisher ?? name,
    contact: policy.dataContact,
  };
}

/** Where a contact leads to. */
export const contactAddress = (contact: string): string => (contact.includes('://') ? contact : `mailto:${contact}`);

/** For whom a form is, as the pages say it. */
export type Purpose = 'table' | 'humanitarian' | 'map' | 'gis' | 'earth' | 'gps' | 'feed' | 'alerts' | 'program';

export interface Form {
  /** As it is called everywhere. */
  name: string;
  /** Below the exports of the deployment. */
  file: string;
  type: string;
  purpose: Purpose;
}

export const forms: readonly Form[] = [
  { name: 'CSV', file: 'incidents.csv', type: 'text/csv', purpose: 'table' },
  {
    name: 'XLSX',
    file: 'incidents.xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    purpose: 'table',
  },
  { name: 'HXL CSV', file: 'incidents.hxl.csv', type: 'text/csv', purpose: 'humanitarian' },
  { name: 'GeoJSON', file: 'incidents.geojson', type: 'application/geo+json', purpose: 'map' },
  {
    name: 'Newline-delimited GeoJSON',
    file: 'incidents.geojsonl',
    type: 'application/x-ndjson',
    purpose: 'program',
  },
  { name: 'GeoPackage', file: 'incidents.gpkg', type: 'application/geopackage+sqlite3', purpose: 'gis' },
  { name: 'KML', file: 'incidents.kml', type: 'application/vnd.google-earth.kml+xml', purpose: 'earth' },
  { name: 'GPX', file: 'incidents.gpx', type: 'application/gpx+xml', purpose: 'gps' },
  { name: 'JSON', file: 'incidents.json', type: 'application/json', purpose: 'program' },
  { name: 'Atom', file: 'incidents.atom', type: 'application/atom+xml', purpose: 'feed' },
  { name: 'CAP', file: 'cap.atom', type: 'application/atom+xml', purpose: 'alerts' },
];

/** Every address of a deployment's data, absolute. */
export class DataAddresses {
  private readonly slug: string;

  constructor(
    readonly origin: string,
    slug: string,
  ) {
    this.slug = encodeURIComponent(slug);
  }

  get page(): string {
    return `${this.origin}/data/${this.slug}`;
  }

  get map(): string {
    return `${this.origin}/map/${this.slug}`;
  }

  get ogc(): string {
    return `${this.origin}/ogc/${this.slug}`;
  }

  get tiles(): string {
    return `${this.origin}/api/v1/deployments/${this.slug}/tiles/incidents.json`;
  }

  form({ file }: Form): string {
    return `${this.origin}/api/v1/deployments/${this.slug}/exports/${file}`;
  }

  dump(date: string, file: string): string {
    return `${this.page}/dumps/${date}/${file}`;
  }
}
