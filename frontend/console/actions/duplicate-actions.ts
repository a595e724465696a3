/** What a responder does with reports that tell of the same. */
import type { ReportDetail } from '@atesto/contract';
import type { Context } from './context.js';
import { reportActions } from './report-actions.js';

export const duplicateActions = (context: Context) => {
  const { store } = context;
  const report = reportActions(context);
  return {
    /** Adds a report to an incident by one press. A new one is claimed first, and given back if that fails. */
    join: async ({ id, status }: ReportDetail, incident: string): Promise<boolean> => {
      const isNew = status === 'new';
      if (isNew && !(await report.claim(id))) return false;
      const problem = await report.verify(id, incident);
      if (problem === null) return true;
      store.dispatch({ type: 'notice.given', notice: { tone: 'bad', problem } });
      if (isNew) await report.release(id);
      return false;
    },
  };
};
