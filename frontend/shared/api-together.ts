/** Calls about working together: notes, whose work something is. */
import type { AddNote, Assign, IncidentDetail, Looking, NotesView, ReportDetail } from '@atesto/contract';
import type { Http } from './http.js';

export const together = (http: Http, base: string) => {
  const one = ({ kind, id }: Looking): string => `${base}/${kind}s/${id}`;
  return {
    notes: (of: Looking) => http<NotesView>('GET', `${one(of)}/notes`).then((page) => page.items),
    addNote: (of: Looking, body: AddNote) =>
      http<NotesView>('POST', `${one(of)}/notes`, { body }).then((page) => page.items),
    assignReport: (id: string, body: Assign | null) =>
      http<ReportDetail>('PUT', `${one({ kind: 'report', id })}/assignee`, { body }),
    assignIncident: (id: string, body: Assign | null) =>
      http<IncidentDetail>('PUT', `${one({ kind: 'incident', id })}/assignee`, { body }),
  };
};
