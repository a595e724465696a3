/** What responders do for one another: notes, and saying whose work something is. */
import type { AddNote, Assign, Looking, NoteView } from '@atesto/contract';
import type { Problem } from '../../shared/problem.js';
import { attempt, here, type Context } from './context.js';
import { refreshDetail } from './load-detail.js';

export const teamActions = (context: Context) => {
  const { store } = context;
  return {
    /** Null where it failed; the problem is told. */
    notes: (of: Looking): Promise<NoteView[]> => here(context).notes(of),
    addNote: (of: Looking, body: AddNote, done: (notes: NoteView[]) => void): Promise<Problem | null> =>
      attempt(context, 'note', async () => done(await here(context).addNote(of, body))),
    assign: async (of: Looking, to: Assign | null): Promise<void> => {
      const problem = await attempt(context, 'assign', async () => {
        const api = here(context);
        if (of.kind === 'report') store.dispatch({ type: 'report.got', report: await api.assignReport(of.id, to) });
        else store.dispatch({ type: 'incident.got', incident: await api.assignIncident(of.id, to) });
        store.dispatch({ type: 'notice.given', notice: { tone: 'good', words: 'saved' } });
      });
      if (problem !== null) store.dispatch({ type: 'notice.given', notice: { tone: 'bad', problem } });
      void refreshDetail(context, of);
    },
  };
};
