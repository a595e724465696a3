/** Fetches what is open, with its history. What comes too late for the pane is dropped by the reducer. */
import type { Selection } from '../address/address.js';
import { here, noteProblem, type Context } from './context.js';

export const refreshDetail = async (context: Context, of: Selection): Promise<void> => {
  const { store } = context;
  if (store.get().detail.of?.id !== of.id) return;
  const api = here(context);
  const detail = async (): Promise<void> => {
    if (of.kind === 'report') store.dispatch({ type: 'report.got', report: await api.report(of.id) });
    else store.dispatch({ type: 'incident.got', incident: await api.incident(of.id) });
  };
  const history = async (): Promise<void> => {
    const entries = of.kind === 'report' ? await api.reportHistory(of.id) : await api.incidentHistory(of.id);
    store.dispatch({ type: 'history.got', id: of.id, history: entries });
  };
  /** Without them the report is whole all the same. */
  const suggestions = async (): Promise<void> => {
    if (of.kind !== 'report') return;
    const found = await api.suggestions(of.id).catch(() => []);
    store.dispatch({ type: 'suggestions.got', id: of.id, suggestions: found });
  };
  try {
    await Promise.all([detail(), history(), suggestions()]);
  } catch (error) {
    store.dispatch({ type: 'detail.failed', id: of.id, problem: noteProblem(context, error) });
  }
};
