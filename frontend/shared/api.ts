/** Every call of `/api/v1` by name and type. `createApi(createHttp())` in a page; a fake `Http` in a test. */
import type {
  ApiKeyView,
  AskReporter,
  ChangeIncidentStatus,
  ChangePassword,
  ClaimReport,
  DeploymentSummary,
  DeploymentView,
  GatewayKindView,
  GatewayLogEntry,
  GatewayView,
  HandoutView,
  HistoryEntry,
  IncidentDetail,
  IncidentView,
  MembersView,
  MemberView,
  MergeIncident,
  NewApiKey,
  NewDeployment,
  NewGateway,
  NewMember,
  NewOrganisation,
  OrganisationView,
  Page,
  PatchApiKey,
  PatchDeployment,
  PatchGateway,
  PatchIncident,
  PatchMember,
  PatchReport,
  PutCategories,
  PutTranscript,
  PutWords,
  PutStanding,
  RejectReport,
  ReopenReport,
  ReportCounts,
  ReportDetail,
  ReporterView,
  ReportReceipt,
  ReportView,
  SenderView,
  SessionView,
  SignIn,
  SubmitReport,
  Suggestion,
  UserView,
  VerifyReport,
  WordsView,
} from '@atesto/contract';
import { duplicates } from './api-duplicates.js';
import { exportCalls } from './api-exports.js';
import { finding } from './api-finding.js';
import { alertCalls } from './api-alerts.js';
import { notices } from './api-notices.js';
import { overlayCalls } from './api-overlays.js';
import { sharingCalls } from './api-sharing.js';
import { webhookCalls } from './api-webhooks.js';
import { training } from './api-training.js';
import { situationCalls } from './api-situation.js';
import { speedCalls } from './api-speed.js';
import { dispatchCalls } from './api-dispatch.js';
import { together } from './api-together.js';
import type { Http, RequestOptions } from './http.js';
import { wholeList } from './whole-list.js';

export { createHttp, queryString, type Http, type HttpOptions, type Query } from './http.js';
export { asProblem, isProblem, Problem } from './problem.js';

type Listing = RequestOptions['query'];
interface Items<Item> {
  items: Item[];
}
const part = encodeURIComponent;

const accounts = (http: Http) => ({
  session: () => http<SessionView>('GET', '/session'),
  signIn: (body: SignIn) => http<{ user: UserView }>('POST', '/session', { body }),
  signOut: () => http<void>('DELETE', '/session'),
  changePassword: (body: ChangePassword) => http<void>('PATCH', '/account/password', { body }),
  deployments: () => http<Items<DeploymentSummary>>('GET', '/deployments').then((page) => page.items),
  createDeployment: (body: NewDeployment) => http<DeploymentView>('POST', '/deployments', { body }),
  organisations: () => wholeList<Page<OrganisationView>>(http, '/organisations').then((page) => page.items),
  createOrganisation: (body: NewOrganisation) => http<OrganisationView>('POST', '/organisations', { body }),
});

const administration = (http: Http, base: string) => ({
  deployment: (signal?: AbortSignal) => http<DeploymentView>('GET', base, signal ? { signal } : {}),
  patchDeployment: (ifMatch: number, body: PatchDeployment) => http<DeploymentView>('PATCH', base, { ifMatch, body }),
  handout: () => http<HandoutView>('GET', `${base}/handout`),
  putCategories: (ifMatch: number, body: PutCategories) =>
    http<DeploymentView>('PUT', `${base}/categories`, { ifMatch, body }),
  words: () => http<WordsView>('GET', `${base}/words`),
  putWords: (ifMatch: number, body: PutWords) => http<WordsView>('PUT', `${base}/words`, { ifMatch, body }),
  members: () => wholeList<MembersView>(http, `${base}/members`),
  addMember: (body: NewMember) => http<MemberView>('POST', `${base}/members`, { body }),
  patchMember: (user: string, body: PatchMember) => http<MemberView>('PATCH', `${base}/members/${user}`, { body }),
  removeMember: (user: string) => http<void>('DELETE', `${base}/members/${user}`),
  apiKeys: () => http<Items<ApiKeyView>>('GET', `${base}/api-keys`).then((page) => page.items),
  patchApiKey: (id: string, body: PatchApiKey) => http<ApiKeyView>('PATCH', `${base}/api-keys/${id}`, { body }),
  createApiKey: (body: NewApiKey) => http<ApiKeyView>('POST', `${base}/api-keys`, { body }),
  gatewayKinds: () => http<Items<GatewayKindView>>('GET', `${base}/gateway-kinds`).then((page) => page.items),
  gateways: () => http<Items<GatewayView>>('GET', `${base}/gateways`).then((page) => page.items),
  createGateway: (body: NewGateway) => http<GatewayView>('POST', `${base}/gateways`, { body }),
  patchGateway: (id: string, ifMatch: number, body: PatchGateway) =>
    http<GatewayView>('PATCH', `${base}/gateways/${id}`, { ifMatch, body }),
  removeGateway: (id: string) => http<void>('DELETE', `${base}/gateways/${id}`),
  gatewayLog: (id: string, cursor: string | null) =>
    http<Page<GatewayLogEntry>>('GET', `${base}/gateways/${id}/log`, { query: { cursor: cursor ?? undefined } }),
  revokeApiKey: (id: string) => http<void>('DELETE', `${base}/api-keys/${id}`),
});

const reports = (http: Http, base: string) => {
  const one = (id: string): string => `${base}/reports/${id}`;
  return {
    submitReport: (body: SubmitReport) => http<ReportReceipt>('POST', `${base}/reports`, { body }),
    reports: (query: Listing, signal?: AbortSignal) =>
      http<Page<ReportView>>('GET', `${base}/reports`, { ...(query && { query }), ...(signal && { signal }) }),
    report: (id: string, signal?: AbortSignal) => http<ReportDetail>('GET', one(id), signal ? { signal } : {}),
    patchReport: (id: string, ifMatch: number, body: PatchReport) =>
      http<ReportDetail>('PATCH', one(id), { ifMatch, body }),
    claimReport: (id: string, body: ClaimReport = {}) => http<ReportDetail>('POST', `${one(id)}/claim`, { body }),
    releaseReport: (id: string) => http<ReportDetail>('POST', `${one(id)}/release`),
    verifyReport: (id: string, body: VerifyReport) => http<ReportDetail>('POST', `${one(id)}/verify`, { body }),
    rejectReport: (id: string, body: RejectReport) => http<ReportDetail>('POST', `${one(id)}/reject`, { body }),
    reopenReport: (id: string, body: ReopenReport) => http<ReportDetail>('POST', `${one(id)}/reopen`, { body }),
    askReporter: (id: string, body: AskReporter) => http<ReportDetail>('POST', `${one(id)}/ask`, { body, once: true }),
    transcribe: (medium: string, body: PutTranscript) =>
      http<ReportDetail>('PUT', `${base}/media/${medium}/transcript`, { body }),
    admitReport: (id: string) => http<ReportDetail>('POST', `${one(id)}/admit`),
    quarantineReport: (id: string) => http<ReportDetail>('POST', `${one(id)}/quarantine`),
    admitReports: (ids: readonly string[]) =>
      http<{ admitted: number }>('POST', `${base}/reports/admit`, { body: { ids } }),
    reportCounts: () => http<ReportCounts>('GET', `${base}/reports/counts`),
    sender: (id: string) => http<SenderView>('GET', `${one(id)}/sender`),
    judgeSender: (id: string, body: PutStanding) => http<void>('PUT', `${one(id)}/sender`, { body }),
    suggestions: (id: string) => http<Items<Suggestion>>('GET', `${one(id)}/suggestions`).then((page) => page.items),
    reporter: (id: string) => http<ReporterView>('GET', `${one(id)}/reporter`),
    reportHistory: (id: string, signal?: AbortSignal) =>
      wholeList<Page<HistoryEntry>>(http, `${one(id)}/history`, { signal }).then((page) => page.items),
  };
};

const incidents = (http: Http, base: string) => {
  const one = (id: string): string => `${base}/incidents/${id}`;
  return {
    incidents: (query: Listing, signal?: AbortSignal) =>
      http<Page<IncidentView>>('GET', `${base}/incidents`, { ...(query && { query }), ...(signal && { signal }) }),
    incident: (id: string, signal?: AbortSignal) => http<IncidentDetail>('GET', one(id), signal ? { signal } : {}),
    patchIncident: (id: string, ifMatch: number, body: PatchIncident) =>
      http<IncidentDetail>('PATCH', one(id), { ifMatch, body }),
    /** `ifMatch` is the version of the one that stays. */
    mergeIncident: (id: string, ifMatch: number, body: MergeIncident) =>
      http<IncidentDetail>('POST', `${one(id)}/merge`, { ifMatch, body }),
    changeIncidentStatus: (id: string, body: ChangeIncidentStatus) =>
      http<IncidentDetail>('POST', `${one(id)}/status`, { body }),
    incidentHistory: (id: string, signal?: AbortSignal) =>
      wholeList<Page<HistoryEntry>>(http, `${one(id)}/history`, { signal }).then((page) => page.items),
  };
};

export const createApi = (http: Http) => ({
  ...accounts(http),
  /** Everything inside one deployment. */
  in: (slug: string) => {
    const base = `/deployments/${part(slug)}`;
    return {
      ...administration(http, base),
      ...reports(http, base),
      ...incidents(http, base),
      ...exportCalls(http, base),
      ...duplicates(http, base),
      ...alertCalls(http, base),
      ...notices(http, base),
      ...training(http, base),
      ...overlayCalls(http, base),
      ...webhookCalls(http, base),
      ...sharingCalls(http, base),
      ...situationCalls(http, base),
      ...speedCalls(http, base),
      ...dispatchCalls(http, base),
      ...finding(http, base),
      ...together(http, base),
    };
  },
});

export type Api = ReturnType<typeof createApi>;
export type DeploymentApi = ReturnType<Api['in']>;
