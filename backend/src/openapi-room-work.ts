/** What the description of the API says of notes, whose work something is, hand-overs, evidence, needs and tasks. */
import {
  AddNote,
  Assign,
  ChangeOfferStatus,
  ChangeTaskStatus,
  MakeHandOver,
  MatchOffer,
  NewEvidence,
  NewNeed,
  NewOffer,
  OfferListQuery,
  PageQuery,
  NewTask,
  SeenNotes,
} from '@atesto/contract';
import type { Operation } from './openapi-operations.js';

const d = '/api/v1/deployments/{deployment}';
const report = `${d}/reports/{id}`;
const incident = `${d}/incidents/{id}`;

const detail = { answer: 'ReportDetail', problems: [409] };

export const roomWork: Record<string, Operation> = {
  [`GET ${report}/notes`]: { summary: 'What the team wrote about a report', query: PageQuery, answer: 'NotesView' },
  [`POST ${report}/notes`]: {
    summary: 'Write to the team about a report',
    body: AddNote,
    answer: 'NotesView',
    problems: [409],
  },
  [`GET ${incident}/notes`]: {
    summary: 'What the team wrote about an incident',
    query: PageQuery,
    answer: 'NotesView',
  },
  [`POST ${incident}/notes`]: {
    summary: 'Write to the team about an incident',
    body: AddNote,
    answer: 'NotesView',
    problems: [409],
  },
  [`PUT ${report}/assignee`]: { summary: 'Say whose work a report is', body: Assign, ...detail },
  [`PUT ${incident}/assignee`]: {
    summary: 'Say whose work an incident is',
    body: Assign,
    answer: 'IncidentDetail',
    problems: [409],
  },
  [`GET ${d}/my-work`]: { summary: 'What the one who asks has to do', answer: 'MyWork' },
  [`POST ${d}/my-work/seen`]: { summary: 'The notes of a report or an incident have been seen', body: SeenNotes },
  [`GET ${d}/hand-overs`]: { summary: 'Hand-overs, newest first', query: PageQuery, answer: 'HandOversView' },
  [`POST ${d}/hand-overs`]: {
    summary: 'Hand over what one holds, all of it or nothing',
    body: MakeHandOver,
    answer: 'HandOversView',
    problems: [404, 409],
  },
  [`GET ${incident}/evidence`]: { summary: 'What an incident rests on', query: PageQuery, answer: 'EvidenceList' },
  [`GET ${incident}/needs`]: {
    summary: 'Needs and tasks of an incident, and what reporters say',
    answer: 'DispatchView',
  },
  [`POST ${incident}/needs`]: {
    summary: 'Say what an incident needs',
    body: NewNeed,
    answer: 'DispatchView',
    problems: [409],
  },
  [`DELETE ${incident}/needs/{need}`]: {
    summary: 'Take a need back; without open ones left the incident is resolved',
    answer: 'DispatchView',
    problems: [409],
  },
  [`POST ${incident}/tasks`]: {
    summary: 'Give a task, for a need or on its own',
    body: NewTask,
    answer: 'DispatchView',
    problems: [409],
  },
  [`POST ${incident}/tasks/{task}/status`]: {
    summary: 'Move a task on; the one that meets the last need resolves the incident',
    body: ChangeTaskStatus,
    answer: 'DispatchView',
    problems: [409],
  },
  [`GET ${d}/offers`]: {
    summary: 'Offers of help, the newest first',
    query: OfferListQuery,
    answer: 'Page<OfferView>',
  },
  [`POST ${d}/offers`]: {
    summary: 'Offer help: 201 once it is durable, 200 for the same id again',
    body: NewOffer,
    answer: 'OfferReceipt',
    problems: [403, 409, 429],
  },
  [`POST ${d}/offers/{id}/status`]: {
    summary: 'Decline an offer, note that it was withdrawn, or let it stand again',
    body: ChangeOfferStatus,
    answer: 'OfferView',
    problems: [409],
  },
  [`GET ${d}/offers/{id}/contact`]: { summary: 'Who offers; each look is journalled', answer: 'ReporterView' },
  [`GET ${incident}/offers`]: {
    summary: 'Offers near an incident that fit what is still open of its needs, with reasons, the best first',
    answer: '{ items: OfferMatch[] }',
  },
  [`POST ${incident}/offers`]: {
    summary: 'Match an offer to a need: it becomes a task',
    body: MatchOffer,
    answer: 'DispatchView',
    problems: [409],
  },
  [`POST ${incident}/evidence`]: {
    summary: 'Put evidence to an incident, or confirm it as second person',
    body: NewEvidence,
    answer: 'EvidenceList',
    problems: [409],
  },
  [`DELETE ${incident}/evidence/{evidence}`]: {
    summary: 'Withdraw evidence; it is kept, and counts no more',
    answer: 'EvidenceList',
    problems: [409],
  },
};
