/** A made-up report and deployment for specs. */
import type { DeploymentView, ReportDetail, SessionView } from '@atesto/contract';

export const reportOf = (part: Partial<ReportDetail> = {}): ReportDetail => ({
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  channel: 'web',
  status: 'new',
  priority: 'normal',
  version: 1,
  text: 'The bridge is down',
  category: null,
  location: { lat: 48, lon: 11 },
  place: 'River road',
  language: 'en',
  observedAt: null,
  receivedAt: '2026-03-01T10:00:00.000Z',
  claim: null,
  assignee: null,
  incident: null,
  rejection: null,
  media: 0,
  mediaExpected: 0,
  quarantined: false,
  contactable: true,
  answers: {},
  files: [],
  messages: [],
  ...part,
});

export const deploymentOf = (part: Partial<DeploymentView> = {}): DeploymentView => ({
  slug: 'main',
  name: 'Exercise',
  area: { west: 10, south: 47, east: 12, north: 49 },
  languages: ['en', 'de'],
  categories: [
    { code: 'water', parent: null, names: { en: 'Water' }, colour: '#1c6fb8', icon: 'water', sensitive: false },
    { code: 'wells', parent: 'water', names: { en: 'Wells' }, colour: '#1c6fb8', icon: 'water', sensitive: false },
    { code: 'abuse', parent: null, names: { en: 'Abuse' }, colour: '#444444', icon: 'dot', sensitive: true },
  ],
  policy: {
    whoMayReport: 'anyone',
    publishIncidents: true,
    publicPrecisionMetres: 100,
    contactRetentionDays: 90,
    claimMinutes: 15,
    quarantineUnsigned: false,
    fourEyes: false,
    emergencyNumber: null,
    lines: [],
    licence: null,
    publisher: null,
    dataContact: null,
  },
  exercise: false,
  version: 1,
  ...part,
});

export const sessionOf = (userId: string): SessionView => ({
  user: { id: userId, email: 'ada@example.org', name: 'Ada', admin: false, organisation: null },
  memberships: [
    {
      deployment: { slug: 'main', name: 'Exercise', exercise: false },
      role: 'responder',
      permissions: ['reports.read', 'reports.triage', 'incidents.read'],
    },
  ],
});
