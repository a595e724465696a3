/** Incidents as CSV, RFC 4180 in UTF-8. Texts that a spreadsheet would run as a formula are made harmless. Pure. */
import type { IncidentOrigin, IncidentView, PublicIncident } from '@atesto/contract';

export const csvColumns = [
  'number',
  'id',
  'title',
  'description',
  'category',
  'severity',
  'status',
  'visibility',
  'latitude',
  'longitude',
  'place',
  'reports',
  'confirmations',
  'reason',
  'opened_at',
  'updated_at',
  'confidence',
  'origin',
] as const;

/** A leading character of these makes a cell a formula; the apostrophe makes it text again. Numbers never pass here. */
export function neutralised(text: string): string {
  return /^[=+\-@\t\r\n\0]/.test(text) ? `'${text}` : text;
}

/** Where it may be seen, or else whose it is. */
const originWords = ({ url, installation, deployment, number }: IncidentOrigin): string =>
  url ?? `${installation} ${deployment} #${number}`;

/** The cells of an incident in the order of the columns; numbers stay numbers. */
export function csvRow(incident: IncidentView | PublicIncident): (string | number)[] {
  return [
    incident.number,
    incident.id,
    neutralised(incident.title),
    neutralised(incident.description),
    incident.category ?? '',
    incident.severity,
    incident.status,
    'visibility' in incident ? incident.visibility : 'public',
    incident.location?.lat ?? '',
    incident.location?.lon ?? '',
    neutralised(incident.place ?? ''),
    incident.reports,
    incident.confirmations,
    neutralised(incident.reason ?? ''),
    incident.openedAt,
    incident.updatedAt,
    incident.confidence,
    neutralised(incident.origin === undefined ? '' : originWords(incident.origin)),
  ];
}
