/** One action on all chosen reports, and the next report that waits. */
import type { BulkReports } from '@atesto/contract';
import { actionOf } from '../../shared/http.js';
import type { Problem } from '../../shared/problem.js';
import { listQuery } from '../address/list-query.js';
import { attempt, here, type Context } from './context.js';
import { refreshDetail } from './load-detail.js';
import { loadQueue } from './load-queue.js';
import { undoOffer } from './undo-actions.js';

export const bulkActions = (context: Context) => {
  const { store, go } = context;

  return {
    /** All or none; what was chosen stays chosen where it was refused. */
    all: async (body: BulkReports): Promise<Problem | null> => {
      const problem = await attempt(context, 'bulk', async () => {
        const undo = undoOffer(actionOf(await here(context).bulk(body)));
        store.dispatch({ type: 'chosen.cleared' });
        store.dispatch({ type: 'notice.given', notice: { tone: 'good', words: 'bulkDone', undo } });
      });
      const { address, detail, live } = store.get();
      if (detail.of !== null) void refreshDetail(context, detail.of);
      // No live feed tells what became of the rows, nor what refused.
      const isOther = problem === null || problem.status === 409;
      if (isOther && live !== 'live' && address.screen === 'room') void loadQueue(context, address);
      return problem;
    },

    /** Claims and opens it. */
    next: async (): Promise<void> => {
      const { address } = store.get();
      if (address.screen !== 'room') return;
      const query = address.tab === 'reports' ? listQuery(address.filter, 'reports') : new URLSearchParams();
      query.delete('status');
      const problem = await attempt(context, 'next', async () => {
        const answer = await here(context).takeNext(query);
        if (answer.report === null) {
          store.dispatch({ type: 'notice.given', notice: { tone: 'good', words: 'nothingNext' } });
          return;
        }
        go({ ...address, selected: { kind: 'report', id: answer.report.id } }, 'push');
        store.dispatch({ type: 'report.got', report: answer.report });
        const undo = undoOffer(actionOf(answer));
        store.dispatch({ type: 'notice.given', notice: { tone: 'good', words: 'claimed', undo } });
      });
      if (problem !== null) store.dispatch({ type: 'notice.given', notice: { tone: 'bad', problem } });
    },
  };
};
