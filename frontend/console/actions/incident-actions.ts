/** What a responder does with an incident. Each answers with what went wrong, or null. */
import type { ChangeIncidentStatus, IncidentDetail, MergeIncident, PatchIncident } from '@atesto/contract';
import { actionOf } from '../../shared/http.js';
import type { Problem } from '../../shared/problem.js';
import type { NoticeWords } from '../store/state.js';
import { attempt, here, type Context } from './context.js';
import { refreshDetail } from './load-detail.js';
import { undoOffer } from './undo-actions.js';

export const incidentActions = (context: Context) => {
  const { store, go } = context;

  const act = async (
    name: string,
    words: NoticeWords,
    id: string,
    call: () => Promise<IncidentDetail>,
  ): Promise<Problem | null> => {
    const problem = await attempt(context, name, async () => {
      const incident = await call();
      store.dispatch({ type: 'incident.got', incident });
      store.dispatch({ type: 'notice.given', notice: { tone: 'good', words, undo: undoOffer(actionOf(incident)) } });
      const { address } = store.get();
      // A merge leaves another incident in name: go on with that one.
      if (incident.id !== id && address.screen === 'room') {
        go({ ...address, selected: { kind: 'incident', id: incident.id } }, 'replace');
      }
    });
    if (problem === null || problem.status === 409 || problem.stale) {
      void refreshDetail(context, { kind: 'incident', id });
    }
    return problem;
  };

  return {
    patch: (id: string, version: number, body: PatchIncident): Promise<Problem | null> =>
      act('save', 'saved', id, () => here(context).patchIncident(id, version, body)),
    merge: (id: string, version: number, body: MergeIncident): Promise<Problem | null> =>
      act('merge', 'merged', id, () => here(context).mergeIncident(id, version, body)),
    changeStatus: (id: string, body: ChangeIncidentStatus): Promise<Problem | null> =>
      act('status', 'saved', id, () => here(context).changeIncidentStatus(id, body)),
  };
};
