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
  NoteView,
  ReportDetail,
} from '@atesto/contract';
import type { Http } from './http.js';
import { wholeList } from './whole-list.js';

export const together = (http: Http, base: string) => {
  const one = ({ kind, id }: Looking): string => `${base}/${kind}s/${id}`;
  const notesFrom = (of: Looking, first?: Promise<NotesView>): Promise<NoteView[]> =>
    wholeList<NotesView>(http, `${one(of)}/notes`, first && { first }).then(({ items }) => items);
  return {
    notes: (of: Looking) => notesFrom(of),
    addNote: (of: Looking, body: AddNote) =>
      notesFrom(of, http<NotesView>('POST', `${one(of)}/notes`, { body, once: true })),
    seenNotes: (subject: string) => http<void>('POST', `${base}/my-work/seen`, { body: { subject } }),
    myWork: () => http<MyWork>('GET', `${base}/my-work`),
    handOvers: (cursor: string | null) =>
      http<HandOversView>('GET', `${base}/hand-overs`, { query: { limit: 20, cursor } }),
    handOver: (body: MakeHandOver) => http<HandOversView>('POST', `${base}/hand-overs`, { body }),
    assignReport: (id: string, body: Assign | null) =>
      http<ReportDetail>('PUT', `${one({ kind: 'report', id })}/assignee`, { body }),
    assignIncident: (id: string, body: Assign | null) =>
      http<IncidentDetail>('PUT', `${one({ kind: 'incident', id })}/assignee`, { body }),
  };
};
