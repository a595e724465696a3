/** What marker tiles hold once decoded, and how pages speak of changes to them. */
import type { Audience, Category, IncidentStatus, ReportStatus, Severity } from '@atesto/contract';

export interface Spot {
  lat: number;
  lon: number;
}

export interface MarkerPoint extends Spot {
  id: string;
  /** Title of an incident, or the first words of a report. */
  title: string;
  category: string | null;
  /** The priority, when it is a report. */
  severity: Severity;
  status: IncidentStatus | ReportStatus;
}

/** Something that a live frame told of. Without a location every tile in view is asked again. */
export interface ChangedPlace {
  id: string;
  location: Spot | null;
}

export interface TileMarkersOptions {
  /** Slug. */
  deployment: string;
  layer: 'incidents' | 'reports';
  /** `public` sends no cookie, so that a signed-in person sees what the public sees. */
  audience: Audience;
  categories: readonly Category[];
  /** BCP 47 tag for the words of popups. */
  language: string;
  /** A single marker was chosen, by click or by keyboard. */
  onSelect: (id: string) => void;
  /** The first time tiles could not be had, and again (false) once they can. */
  onTrouble?: (trouble: boolean) => void;
  /** After tiles of the view were loaded or replaced. */
  onTiles?: () => void;
}
