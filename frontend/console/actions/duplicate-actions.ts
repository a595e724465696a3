/** What a responder does with reports that tell of the same. */
import type { GatherReports, IncidentDetail, ReportDetail, SplitIncident } from '@atesto/contract';
import { actionOf } from '../../shared/http.js';
import type { Problem } from '../../shared/problem.js';
import { attempt, here, type Context } from './context.js';
import { refreshDetail } from './load-detail.js';
import { reportActions } from './report-actions.js';
import { undoOffer } from './undo-actions.js';

export const duplicateActions = (context: Context) => {
  const { store } = context;
  const report = reportActions(context);
  return {
    /** Adds a report to an incident by one press. A new one is claimed first, and given back if that fails. */
    join: async ({ id, status }: ReportDetail, incident: string): Promise<boolean> => {
      const isNew = status === 'new';
      if (isNew && !(await report.claim(id))) return false;
      const problem = await report.verify(id, incident, isNew);
      if (problem === null) return true;
      store.dispatch({ type: 'notice.given', notice: { tone: 'bad', problem } });
      if (isNew) await report.release(id);
      return false;
    },

    /** All of them, or none. `got` hears what became of them. */
    gather: (body: GatherReports, got: (incident: IncidentDetail) => void = () => undefined): Promise<Problem | null> =>
      attempt(context, 'gather', async () => {
        const incident = await here(context).gatherReports(body);
        got(incident);
        const undo = undoOffer(actionOf(incident));
        store.dispatch({ type: 'notice.given', notice: { tone: 'good', words: 'gathered', undo } });
        const { of } = store.get().detail;
        if (of !== null) void refreshDetail(context, of);
      }),

    split: (id: string, body: SplitIncident): Promise<Problem | null> =>
      attempt(context, 'split', async () => {
        const opened = await here(context).splitIncident(id, body);
        const undo = undoOffer(actionOf(opened));
        store.dispatch({ type: 'notice.given', notice: { tone: 'good', words: 'split', undo } });
        const { address } = store.get();
        if (address.screen === 'room') context.go({ ...address, selected: { kind: 'incident', id: opened.id } });
      }),
  };
};
