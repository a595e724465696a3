/** The words of the map pieces themselves, in every language that is complete. */
import type { IncidentStatus, ReportStatus, Severity } from '@atesto/contract';

export interface MapTexts {
  zoomIn: string;
  zoomOut: string;
  /** Name of the map for screen readers, with how to use it. */
  map: string;
  /** Heading of the list of markers at one place. */
  here: (count: number) => string;
  nearby: string;
  nothingNearby: string;
  noCategory: string;
  untitled: string;
  legend: { categories: string; severity: string; priority: string; status: string; cluster: string };
  severities: Record<Severity, string>;
  statuses: Record<IncidentStatus | ReportStatus, string>;
}

const en: MapTexts = {
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  map: 'Map. Arrow keys move it, plus and minus zoom, Enter lists what is near its middle.',
  here: (count) => `${count} at this place`,
  nearby: 'Near the middle of the map',
  nothingNearby: 'Nothing is near the middle of the map.',
  noCategory: 'No category',
  untitled: 'Without words',
  legend: {
    categories: 'Categories',
    severity: 'Severity',
    priority: 'Priority',
    status: 'Status',
    cluster: 'Several close together; the rim shows the worst',
  },
  severities: { low: 'Low', normal: 'Normal', high: 'High', critical: 'Critical' },
  statuses: {
    open: 'Open',
    responding: 'Being dealt with',
    resolved: 'Resolved',
    new: 'New',
    in_review: 'In review',
    needs_info: 'Waiting for an answer',
    verified: 'Verified',
    rejected: 'Rejected',
  },
};

const de: MapTexts = {
  zoomIn: 'Vergrößern',
  zoomOut: 'Verkleinern',
  map: 'Karte. Pfeiltasten verschieben sie, Plus und Minus ändern den Maßstab, Eingabe listet auf, was nahe der Mitte ist.',
  here: (count) => `${count} an diesem Ort`,
  nearby: 'Nahe der Kartenmitte',
  nothingNearby: 'Nahe der Kartenmitte ist nichts.',
  noCategory: 'Ohne Kategorie',
  untitled: 'Ohne Text',
  legend: {
    categories: 'Kategorien',
    severity: 'Schwere',
    priority: 'Dringlichkeit',
    status: 'Stand',
    cluster: 'Mehrere nah beieinander; der Rand zeigt das Schwerste',
  },
  severities: { low: 'Gering', normal: 'Mittel', high: 'Hoch', critical: 'Kritisch' },
  statuses: {
    open: 'Offen',
    responding: 'In Arbeit',
    resolved: 'Erledigt',
    new: 'Neu',
    in_review: 'In Prüfung',
    needs_info: 'Wartet auf Antwort',
    verified: 'Bestätigt',
    rejected: 'Verworfen',
  },
};

const catalogues: Record<string, MapTexts> = { en, de };

/** English where there is no catalogue of that language. */
export const mapTexts = (language: string): MapTexts => catalogues[language.split('-')[0]?.toLowerCase() ?? ''] ?? en;
