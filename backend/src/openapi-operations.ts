/** What the description of the API says about each call beyond what the code says by itself. */
import {
  AdmitReports,
  AskReporter,
  ConfirmNoticePhone,
  NewNoticePhone,
  PutNoticePreferences,
  ReadNotices,
  ChangeReplay,
  StartReplay,
  ChangeIncidentStatus,
  ChangePassword,
  ClaimReport,
  ConfirmIncident,
  GatewayLogQuery,
  IncidentHistogramQuery,
  IncidentListQuery,
  IncidentTimelineQuery,
  GatherReports,
  MergeIncident,
  NewApiKey,
  NewDeployment,
  NewGateway,
  NewMember,
  NewOrganisation,
  NewView,
  OverviewQuery,
  PageQuery,
  PatchApiKey,
  PatchDeployment,
  PatchGateway,
  PatchIncident,
  PatchMember,
  PatchReport,
  PatchView,
  PlaceQuery,
  PutCategories,
  PutStanding,
  PutTranscript,
  PutWords,
  RejectReport,
  ReopenReport,
  ReportHistogramQuery,
  ReportListQuery,
  SendAnswer,
  SignIn,
  SplitIncident,
  SubmitReport,
  SubscribeToPush,
  UnsubscribeFromPush,
  VerifyReport,
} from '@atesto/contract';
import { exportWork } from './openapi-exports.js';
import { alertWork } from './openapi-alerts.js';
import { ogcWork } from './openapi-ogc.js';
import { overlayWork } from './openapi-overlays.js';
import { sharingWork } from './openapi-sharing.js';
import { webhookWork } from './openapi-webhooks.js';
import { fastWork } from './openapi-fast-work.js';
import { roomWork } from './openapi-room-work.js';
import { situationWork } from './openapi-situation.js';
import type { InputClass } from './openapi-schemas.js';

export interface Operation {
  summary: string;
  body?: InputClass;
  query?: InputClass;
  /** Media type of a body that is read as it comes. */
  stream?: string;
  /** Name of the contract's type that is answered; none for an empty answer. */
  answer?: string;
  /** Media type of the answer when it is not JSON. */
  type?: string;
  /** Statuses of problems beyond those that follow from the route itself. */
  problems?: number[];
}

const d = '/api/v1/deployments/{deployment}';
const report = `${d}/reports/{id}`;
const incident = `${d}/incidents/{id}`;

const detail = { answer: 'ReportDetail', problems: [409] };

/** By method and path, as the description names them. A route without a line here is refused. */
export const operations: Record<string, Operation> = {
  'POST /api/v1/session': { summary: 'Sign in', body: SignIn, answer: '{ user: UserView }', problems: [401, 429] },
  'GET /api/v1/session': { summary: 'Who is signed in, and what they may do', answer: 'SessionView', problems: [401] },
  'DELETE /api/v1/session': { summary: 'Sign out' },
  'PATCH /api/v1/account/password': {
    summary: 'Change your password; your other sessions end',
    body: ChangePassword,
    problems: [429],
  },
  'GET /api/v1/organisations': { summary: 'Organisations', query: PageQuery, answer: 'Page<OrganisationView>' },
  'POST /api/v1/organisations': {
    summary: 'Name an organisation',
    body: NewOrganisation,
    answer: 'OrganisationView',
    problems: [403, 409],
  },
  'GET /api/v1/deployments': { summary: 'All deployments', answer: '{ items: DeploymentSummary[] }' },
  'POST /api/v1/deployments': {
    summary: 'Make a deployment',
    body: NewDeployment,
    answer: 'DeploymentView',
    problems: [409],
  },
  [`GET ${d}`]: { summary: 'What a phone needs: area, languages, categories, policy', answer: 'DeploymentView' },
  [`PATCH ${d}`]: { summary: 'Change a deployment', body: PatchDeployment, answer: 'DeploymentView' },
  [`PUT ${d}/categories`]: { summary: 'Replace the categories', body: PutCategories, answer: 'DeploymentView' },
  ...fastWork,
  ...alertWork,
  ...overlayWork,
  ...exportWork,
  ...ogcWork,
  ...webhookWork,
  ...sharingWork,
  ...situationWork,
  [`GET ${d}/words`]: { summary: 'Words that speak for categories and urgency', answer: 'WordsView' },
  [`PUT ${d}/words`]: { summary: 'Replace the lists of words that are named', body: PutWords, answer: 'WordsView' },
  [`GET ${report}/suggestions`]: {
    summary: 'What the words speak for, with those words: category, urgency, place',
    answer: 'SuggestionsView',
  },
  [`GET ${d}/reports/groups`]: { summary: 'Likely events of the open queue', answer: 'LikelyEventsView' },
  [`GET ${report}/duplicates`]: { summary: 'What may be the same, with reasons', answer: 'DuplicatesView' },
  [`GET ${d}/members`]: { summary: 'Members', query: PageQuery, answer: 'MembersView' },
  [`POST ${d}/members`]: {
    summary: 'Add a person; an unknown address gets an account with a one-time password',
    body: NewMember,
    answer: 'MemberView',
  },
  [`PATCH ${d}/members/{user}`]: { summary: 'Change a member', body: PatchMember, answer: 'MemberView' },
  [`DELETE ${d}/members/{user}`]: { summary: 'Remove a member' },
  [`GET ${d}/notices`]: { summary: 'What you were told, newest first', answer: 'NoticesPage' },
  [`POST ${d}/notices/read`]: { summary: 'You have read all up to this one', body: ReadNotices },
  [`GET ${d}/notices/preferences`]: { summary: 'What you want to be told of', answer: 'NoticePreferencesView' },
  [`PUT ${d}/notices/preferences`]: {
    summary: 'Change what you want to be told of',
    body: PutNoticePreferences,
    answer: 'NoticePreferencesView',
  },
  [`POST ${d}/notices/phone`]: {
    summary: 'Name your phone; a code is sent to it',
    body: NewNoticePhone,
    answer: 'NoticePreferencesView',
    problems: [409, 429],
  },
  [`POST ${d}/notices/phone/confirm`]: {
    summary: 'Say the code that came',
    body: ConfirmNoticePhone,
    answer: 'NoticePreferencesView',
  },
  [`DELETE ${d}/notices/phone`]: { summary: 'Have your phone forgotten' },
  [`PUT ${d}/notices/push`]: { summary: 'Have this browser told', body: SubscribeToPush },
  [`DELETE ${d}/notices/push`]: { summary: 'Have this browser told no longer', body: UnsubscribeFromPush },
  [`GET ${d}/notices/deliveries`]: {
    summary: 'What was sent to you, and what became of it',
    query: PageQuery,
    answer: 'Page<NoticeDelivery>',
  },
  [`GET ${d}/api-keys`]: { summary: 'API keys', answer: '{ items: ApiKeyView[] }' },
  [`POST ${d}/api-keys`]: {
    summary: 'Make an API key; its secret is shown once',
    body: NewApiKey,
    answer: 'ApiKeyView',
  },
  [`PATCH ${d}/api-keys/{key}`]: { summary: 'Change an API key', body: PatchApiKey, answer: 'ApiKeyView' },
  [`DELETE ${d}/api-keys/{key}`]: { summary: 'Revoke an API key' },
  [`POST ${d}/reports`]: {
    summary:
      'Report something: 201 once it is durable, 200 with the first answer for the same id again, 202 with the same body ' +
      'when it is durable but not in the database yet',
    body: SubmitReport,
    answer: 'ReportReceipt',
    problems: [403, 409, 429],
  },
  'GET /api/v1/push-key': { summary: 'The public key to subscribe to Web Push with', answer: 'PushKeyView' },
  'PUT /api/v1/follow/{token}/push': {
    summary: 'Tell this phone what becomes of the report',
    body: SubscribeToPush,
    problems: [429],
  },
  'DELETE /api/v1/follow/{token}/push': {
    summary: 'Tell this phone nothing more',
    body: UnsubscribeFromPush,
    problems: [429],
  },
  'POST /api/v1/follow/{token}/answers': {
    summary: 'Answer what was asked; the same id again is the same answer',
    body: SendAnswer,
    answer: '{ id: string }',
    problems: [429],
  },
  'HEAD /api/v1/follow/{token}/photos/{id}': {
    summary: 'How far a photo has come: Upload-Offset, Upload-Length, and Upload-Complete once it is kept',
    problems: [429],
  },
  'PATCH /api/v1/follow/{token}/photos/{id}': {
    summary:
      'A piece of a photo, from Upload-Offset on; Upload-Length is needed with the first. 423 while another comes',
    stream: 'application/offset+octet-stream',
    problems: [409, 413, 415, 422, 423, 429],
  },
  [`GET ${d}/reports/histogram`]: {
    summary: 'How many reports came in when, under the same filters',
    query: ReportHistogramQuery,
    answer: 'Histogram',
  },
  [`GET ${d}/incidents/histogram`]: {
    summary: 'How many incidents were opened when, under the same filters',
    query: IncidentHistogramQuery,
    answer: 'Histogram',
  },
  [`GET ${d}/incidents/timeline`]: {
    summary: 'How many incidents were opened when, in round buckets of UTC: for everybody, from memory',
    query: IncidentTimelineQuery,
    answer: 'Histogram',
  },
  [`GET ${d}/incidents/{id}/public-history`]: {
    summary: 'What the public may know of how it came to stand as it does, oldest first',
    query: PageQuery,
    answer: 'Page<PublicHistoryItem>',
  },
  [`GET ${d}/overview`]: { summary: 'The numbers of the board', query: OverviewQuery, answer: 'Overview' },
  [`GET ${d}/overview/shift`]: { summary: 'The report of a shift', query: OverviewQuery, answer: 'ShiftReport' },
  [`GET ${d}/views`]: { summary: 'Saved views: shared ones and one’s own', answer: '{ items: SavedView[] }' },
  [`POST ${d}/views`]: { summary: 'Keep a view under a name', body: NewView, answer: 'SavedView' },
  [`PATCH ${d}/views/{id}`]: {
    summary: 'Change a view; others’ are for coordinators',
    body: PatchView,
    answer: 'SavedView',
  },
  [`DELETE ${d}/views/{id}`]: { summary: 'Remove a view; others’ are for coordinators' },
  [`GET ${d}/reports`]: { summary: 'Reports, newest first', query: ReportListQuery, answer: 'Page<ReportView>' },
  [`GET ${d}/reports/counts`]: { summary: 'How many reports wait in quarantine', answer: 'ReportCounts' },
  [`POST ${d}/reports/admit`]: {
    summary: 'Let reports out of quarantine',
    body: AdmitReports,
    answer: '{ admitted: number }',
  },
  [`POST ${report}/admit`]: { summary: 'Let a report out of quarantine', answer: 'ReportDetail' },
  [`POST ${report}/quarantine`]: { summary: 'Put a new report into quarantine', ...detail },
  [`GET ${report}`]: { summary: 'One report', answer: 'ReportDetail' },
  [`PATCH ${report}`]: { summary: 'Put right category, priority or place', body: PatchReport, answer: 'ReportDetail' },
  [`GET ${report}/reporter`]: { summary: 'Who reported; each view is journalled', answer: 'ReporterView' },
  [`GET ${report}/history`]: {
    summary: 'What happened to a report, oldest first',
    query: PageQuery,
    answer: 'Page<HistoryEntry>',
  },
  ...roomWork,
  [`POST ${report}/claim`]: {
    summary: 'Claim a report for a while; with takeOver and a note also one that somebody else holds',
    body: ClaimReport,
    ...detail,
  },
  [`POST ${report}/release`]: { summary: 'Give a claim back', ...detail },
  [`POST ${report}/verify`]: {
    summary: 'Make a report part of a new incident or of one that is there',
    body: VerifyReport,
    ...detail,
  },
  [`POST ${report}/reject`]: { summary: 'Set a report aside with a reason', body: RejectReport, ...detail },
  [`POST ${report}/reopen`]: { summary: 'Put a report back into the queue', body: ReopenReport, ...detail },
  [`POST ${report}/ask`]: { summary: 'Ask the reporter', body: AskReporter, ...detail },
  [`GET ${report}/sender`]: { summary: 'The person behind a report over all that they sent', answer: 'SenderView' },
  [`PUT ${report}/sender`]: { summary: 'Trust or block the person behind a report', body: PutStanding },
  [`GET ${d}/gateway-kinds`]: { summary: 'Kinds of channels to set up', answer: '{ items: GatewayKindView[] }' },
  [`GET ${d}/gateways`]: { summary: 'Channels that are set up, with their health', answer: '{ items: GatewayView[] }' },
  [`POST ${d}/gateways`]: { summary: 'Set up a channel', body: NewGateway, answer: 'GatewayView' },
  [`PATCH ${d}/gateways/{id}`]: { summary: 'Change a channel', body: PatchGateway, answer: 'GatewayView' },
  [`DELETE ${d}/gateways/{id}`]: { summary: 'Remove a channel; what came through it stays' },
  [`GET ${d}/gateways/{id}/log`]: {
    summary: 'What a channel was asked and answered in the last days, newest first',
    query: GatewayLogQuery,
    answer: 'Page<GatewayLogEntry>',
  },
  [`GET ${d}/media/{id}`]: {
    summary: 'A photo or a recording; a `Range` of it is answered with 206',
    answer: 'JPEG, or the recording as it came',
    type: '*/*',
    problems: [416],
  },
  [`GET ${d}/media/{id}/thumbnail`]: { summary: 'A small photo', answer: 'JPEG', type: 'image/jpeg' },
  [`PUT ${d}/media/{id}/transcript`]: {
    summary: 'Write down what is said in a recording',
    body: PutTranscript,
    ...detail,
  },
  [`GET ${d}/incidents`]: {
    summary: 'Incidents, newest first; the public sees published ones',
    query: IncidentListQuery,
    answer: 'Page<IncidentView | PublicIncident>',
  },
  [`GET ${incident}`]: { summary: 'One incident', answer: 'IncidentDetail | PublicIncident' },
  [`PATCH ${incident}`]: {
    summary: 'Edit an incident',
    body: PatchIncident,
    answer: 'IncidentDetail',
    problems: [409],
  },
  [`POST ${incident}/confirmations`]: {
    summary: '"I see this too": 201 when the person counts now, 200 when it counted before',
    body: ConfirmIncident,
    answer: 'ConfirmationReceipt',
    problems: [429],
  },
  [`POST ${d}/incidents/{id}/split`]: {
    summary: 'Take reports out into a new incident; answers with the new one',
    body: SplitIncident,
    answer: 'IncidentDetail',
    problems: [409],
  },
  [`POST ${d}/reports/gather`]: {
    summary: 'Verify reports into one incident, all or none; each refusal names its report',
    body: GatherReports,
    answer: 'IncidentDetail',
    problems: [404, 409],
  },
  [`POST ${incident}/merge`]: {
    summary: 'Merge into another, whose version as seen is in If-Match; answers with the survivor',
    body: MergeIncident,
    answer: 'IncidentDetail',
    problems: [409],
  },
  [`POST ${incident}/status`]: {
    summary: 'Move an incident on, with a reason',
    body: ChangeIncidentStatus,
    answer: 'IncidentDetail',
    problems: [409],
  },
  [`GET ${incident}/history`]: {
    summary: 'What happened to an incident, oldest first',
    query: PageQuery,
    answer: 'Page<HistoryEntry>',
  },
  [`GET ${d}/exercise`]: {
    summary: 'An exercise: its replay, what may be replayed, and what came of it',
    answer: 'ExerciseView',
    problems: [409],
  },
  [`POST ${d}/exercise/replay`]: {
    summary:
      'Replay a made-up storm, or the reports of another deployment without their reporters and the sensitive ones',
    body: StartReplay,
    answer: 'ExerciseView',
    problems: [409],
  },
  [`PATCH ${d}/exercise/replay`]: {
    summary: 'Pause, pace or end the replay',
    body: ChangeReplay,
    answer: 'ExerciseView',
    problems: [404, 409],
  },
  [`GET ${d}/places`]: {
    summary: 'Places by the beginning of their name, those in the area first',
    query: PlaceQuery,
    answer: 'SuggestedPlaces',
    problems: [503],
  },
  [`GET ${d}/places.json`]: {
    summary: 'The largest places of the area, for a phone to keep',
    answer: 'OfflinePlaces',
    problems: [503],
  },
};

export const reportExamples = {
  words: { summary: 'Words alone', value: { text: 'The bridge at the mill is gone' } },
  whole: {
    summary: 'From a phone, with a position and a way to be reached',
    value: {
      id: '0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b',
      text: 'Water in the cellars along the river road, three families need help',
      category: 'flood',
      location: { lat: 12.3456, lon: -45.6789, accuracy: 25 },
      place: 'River road, behind the school',
      observedAt: '2026-02-03T04:05:06Z',
      language: 'en',
      reporter: { name: 'A. Example', phone: '+00 555 0100' },
      answers: { families: 3 },
    },
  },
};
