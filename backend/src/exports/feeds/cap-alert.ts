/**
 * An incident as an alert of the Common Alerting Protocol 1.2 (OASIS): elements in the order of its schema, times with a
 * numeric zone, latitude first. What changed since is an update of the first. Pure.
 */
import type { Confidence, IncidentStatus, PublicIncident, Severity } from '@atesto/contract';
import type { Deployment } from '../../deployments/index.js';
import { xmlText } from '../../platform/index.js';

const severities: Record<Severity, string> = { low: 'Minor', normal: 'Moderate', high: 'Severe', critical: 'Extreme' };
const certainties: Record<Confidence, string> = { unconfirmed: 'Possible', likely: 'Likely', confirmed: 'Observed' };

/** What CAP calls a category, by the icon of ours. */
const kinds: Record<string, string> = {
  medical: 'Health',
  water: 'Health',
  food: 'Health',
  shelter: 'Safety',
  fire: 'Fire',
  flood: 'Met',
  collapse: 'Infra',
  trapped: 'Rescue',
  road: 'Transport',
  power: 'Infra',
  security: 'Security',
  missing: 'Rescue',
  help: 'Rescue',
  supplies: 'Safety',
  contamination: 'CBRNE',
  communication: 'Infra',
};

/** Kilometres around a place that is known exactly. */
const exactRadius = 0.1;

/** To the second, with the zone as the standard wants it for UTC. */
const capTime = (instant: string): string => `${instant.slice(0, 19)}-00:00`;
const identifierOf = (id: string, at: string): string => `${id}.${Date.parse(at)}`;

const urgencyOf = (status: IncidentStatus, severity: Severity): string =>
  status === 'resolved' ? 'Past' : severity === 'critical' ? 'Immediate' : 'Expected';

const responseOf = (status: IncidentStatus): string => (status === 'resolved' ? 'AllClear' : 'Monitor');

function areaOf({ location, place }: PublicIncident, { area, name, policy }: Deployment): string {
  const words = xmlText(place ?? (location === null ? name : `${location.lat}, ${location.lon}`));
  if (location !== null) {
    // The true place lies somewhere in the cell whose centre this is.
    const radius = Math.max(exactRadius, (policy.publicPrecisionMetres / 1000) * Math.SQRT1_2);
    return `<areaDesc>${words}</areaDesc><circle>${location.lat},${location.lon} ${radius.toFixed(3)}</circle>`;
  }
  const { west, south, east, north } = area;
  if (west >= east || south >= north) return `<areaDesc>${words}</areaDesc>`;
  const corners = [
    [south, west],
    [south, east],
    [north, east],
    [north, west],
    [south, west],
  ];
  return `<areaDesc>${words}</areaDesc><polygon>${corners.map((corner) => corner.join(',')).join(' ')}</polygon>`;
}

export interface CapOptions {
  deployment: Deployment;
  /** Host of the installation. */
  host: string;
  link: string;
}

export function capAlert(incident: PublicIncident, { deployment, host, link }: CapOptions): string {
  const { id, openedAt, updatedAt, severity, status } = incident;
  const sender = `${deployment.slug}@${host}`;
  const isUpdate = openedAt !== updatedAt;
  const references = `<references>${sender},${identifierOf(id, openedAt)},${capTime(openedAt)}</references>\n`;
  const category = deployment.categories.find(({ code }) => code === incident.category);
  const language = deployment.languages[0] ?? 'en';
  const event =
    category === undefined
      ? incident.title
      : (category.names[language] ?? Object.values(category.names)[0] ?? category.code);
  const note = deployment.isExercise ? 'EXERCISE: ' : '';
  const text = [incident.description, incident.reason].filter((words) => words !== null && words !== '').join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
<identifier>${identifierOf(id, updatedAt)}</identifier><sender>${sender}</sender><sent>${capTime(updatedAt)}</sent>
<status>${deployment.isExercise ? 'Exercise' : 'Actual'}</status><msgType>${isUpdate ? 'Update' : 'Alert'}</msgType>
<scope>Public</scope>
${isUpdate ? references : ''}<incidents>${deployment.slug}-${incident.number}</incidents>
<info><language>${xmlText(language)}</language><category>${kinds[category?.icon ?? ''] ?? 'Other'}</category>
<event>${xmlText(event)}</event><responseType>${responseOf(status)}</responseType>
<urgency>${urgencyOf(status, severity)}</urgency><severity>${severities[severity]}</severity>
<certainty>${certainties[incident.confidence]}</certainty><onset>${capTime(openedAt)}</onset>
<senderName>${xmlText(deployment.name)}</senderName><headline>${xmlText(note + incident.title)}</headline>
${text === '' ? '' : `<description>${xmlText(text)}</description>\n`}<web>${xmlText(link)}</web>
<area>${areaOf(incident, deployment)}</area></info>
</alert>
`;
}
