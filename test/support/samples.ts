/** Made-up records for tests of rules; each test says only what matters to it. */
import type { Policy } from '@atesto/contract';
import { Deployment, type CategoryNode } from '../../backend/src/deployments/index.js';
import type { IncidentRecord } from '../../backend/src/incidents/index.js';
import type { ReportRecord } from '../../backend/src/reports/index.js';

/** A made-up UUID that is told by its last digits. */
export const idOf = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

export const policy: Policy = {
  whoMayReport: 'anyone',
  publishIncidents: true,
  publicPrecisionMetres: 1000,
  contactRetentionDays: 30,
  claimMinutes: 15,
  quarantineUnsigned: false,
  fourEyes: false,
  emergencyNumber: null,
  lines: [],
  licence: null,
  publisher: null,
  dataContact: null,
};

export function categoryNode(number: number, code: string, parts: Partial<CategoryNode> = {}): CategoryNode {
  const node = { id: idOf(number), code, parentId: null, names: { en: code }, colour: '#112233', icon: 'dot' };
  return { ...node, sensitive: false, archived: false, ...parts };
}

/** water > (well, pipe > valve), and violence, which is sensitive, above threat. */
export const categories = [
  categoryNode(1, 'water'),
  categoryNode(2, 'well', { parentId: idOf(1) }),
  categoryNode(3, 'pipe', { parentId: idOf(1) }),
  categoryNode(4, 'valve', { parentId: idOf(3) }),
  categoryNode(5, 'violence', { sensitive: true }),
  categoryNode(6, 'threat', { parentId: idOf(5) }),
  categoryNode(7, 'former', { archived: true }),
];

const area = { west: -10, south: -10, east: 10, north: 10 };

export function sampleDeployment(changed: Partial<Policy> = {}, nodes = categories): Deployment {
  return new Deployment(idOf(900), 'exercise', 'An exercise', area, ['en'], { ...policy, ...changed }, 3, nodes);
}

export const moment = new Date('2026-02-03T04:05:06.789Z');

export function sampleReport(parts: Partial<ReportRecord> = {}): ReportRecord {
  return {
    id: idOf(100),
    channel: 'web',
    external_id: 'phone-made',
    status: 'new',
    priority: 'normal',
    version: 1,
    text: 'The well is dry',
    category_id: idOf(2),
    lat: 1.5,
    lon: 2.5,
    accuracy_metres: 20,
    place: 'at the market',
    language: 'en',
    observed_at: moment,
    received_at: moment,
    answers: { families: 3 },
    contactable: true,
    media_count: 0,
    media_expected: 0,
    quarantined: false,
    claimed_by: null,
    claimed_until: null,
    assigned_to_user: null,
    assigned_user_name: null,
    assigned_to_organisation: null,
    assigned_organisation_name: null,
    claimer_name: null,
    incident_id: null,
    incident_number: null,
    incident_title: null,
    rejection_reason: null,
    rejection_note: null,
    ...parts,
  };
}

export function sampleIncident(parts: Partial<IncidentRecord> = {}): IncidentRecord {
  return {
    id: idOf(200),
    number: 7,
    title: 'Dry well',
    description: 'Since the morning',
    category_id: idOf(2),
    severity: 'high',
    status: 'open',
    visibility: 'public',
    lat: 1.50001,
    lon: 2.50001,
    accuracy_metres: 20,
    place: 'the market',
    public_reason: 'A truck is on its way',
    report_count: 2,
    confirmation_count: 3,
    confidence: 'unconfirmed',
    seconded_by: null,
    outcome: null,
    opened_at: moment,
    updated_at: moment,
    merged_into: null,
    origin: null,
    assigned_to_user: null,
    assigned_user_name: null,
    assigned_to_organisation: null,
    assigned_organisation_name: null,
    version: 4,
    ...parts,
  };
}
