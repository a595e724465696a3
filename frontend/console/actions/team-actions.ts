/** What responders do for one another: notes, and saying whose work something is. */
import type { AddNote, Assign, Looking, MakeHandOver, NoteView } from '@atesto/contract';
import { actionOf } from '../../shared/http.js';
import type { Problem } from '../../shared/problem.js';
import { attempt, here, type Context } from './context.js';
import { refreshDetail } from './load-detail.js';
import { loadQueue } from './load-queue.js';
import { lookAtWork } from './load-work.js';
import { undoOffer } from './undo-actions.js';

export const teamActions = (context: Context) => {
  const { store } = context;
  return {
    /** Null where it failed; the problem is told. */
    notes: (of: Looking): Promise<NoteView[]> => here(context).notes(of),
    /** The reader has them before their eyes. */
    seen: (of: Looking): void => {
      here(context)
        .seenNotes(of.id)
        .then(
          () => lookAtWork(context),
          () => undefined,
        );
    },
    handOver: async (body: MakeHandOver): Promise<Problem | null> => {
      const problem = await attempt(context, 'hand-over', async () => {
        await here(context).handOver(body);
        store.dispatch({ type: 'notice.given', notice: { tone: 'good', words: 'handedOver' } });
      });
      const { address, detail } = store.get();
      if (address.screen === 'room') void loadQueue(context, address);
      if (detail.of !== null) void refreshDetail(context, detail.of);
      return problem;
    },
    addNote: (of: Looking, body: AddNote, done: (notes: NoteView[]) => void): Promise<Problem | null> =>
      attempt(context, 'note', async () => done(await here(context).addNote(of, body))),
    assign: async (of: Looking, to: Assign | null): Promise<void> => {
      const problem = await attempt(context, 'assign', async () => {
        const api = here(context);
        const told = (answer: object): void => {
          const undo = undoOffer(actionOf(answer));
          store.dispatch({ type: 'notice.given', notice: { tone: 'good', words: 'saved', undo } });
        };
        if (of.kind === 'report') {
          const report = await api.assignReport(of.id, to);
          store.dispatch({ type: 'report.got', report });
          told(report);
        } else {
          const incident = await api.assignIncident(of.id, to);
          store.dispatch({ type: 'incident.got', incident });
          told(incident);
        }
      });
      if (problem !== null) store.dispatch({ type: 'notice.given', notice: { tone: 'bad', problem } });
      void refreshDetail(context, of);
    },
  };
};
