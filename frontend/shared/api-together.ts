/** Calls about working together: notes, whose work something is. */
import type {
  AddNote,
  Assign,
  HandOversView,
  IncidentDetail,
  Looking,
  MakeHandOver,
  MyWork,
  NotesView,
  ReportDetail,
} from '@atesto/contract';
import type { Http } from './http.js';

export const together = (http: Http, base: string) => {
  const one = ({ kind, id }: Looking): string => `${base}/${kind}s/${id}`;
  return {
    notes: (of: Looking) => http<NotesView>('GET', `${one(of)}/notes`).then((page) => page.items),
    addNote: (of: Looking, body: AddNote) =>
      http<NotesView>('POST', `${one(of)}/notes`, { body, once: true }).then((page) => page.items),
    seenNotes: (subject: string) => http<void>('POST', `${base}/my-work/seen`, { body: { subject } }),
    myWork: () => http<MyWork>('GET', `${base}/my-work`),
    handOvers: () => http<HandOversView>('GET', `${base}/hand-overs`).then((page) => page.items),
    handOver: (body: MakeHandOver) => http<HandOversView>('POST', `${base}/hand-overs`, { body }),
    assignReport: (id: string, body: Assign | null) =>
      http<ReportDetail>('PUT', `${one({ kind: 'report', id })}/assignee`, { body }),
    assignIncident: (id: string, body: Assign | null) =>
      http<IncidentDetail>('PUT', `${one({ kind: 'incident', id })}/assignee`, { body }),
  };
};
