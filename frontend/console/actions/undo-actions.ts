/** Takes back what was done, right after it or later from the history; taking back can itself be taken back. */
import type { UndoOffer } from '../store/state.js';
import { attempt, here, type Context } from './context.js';
import { loadCounts } from './load-counts.js';
import { refreshDetail } from './load-detail.js';

export const undoOffer = (seq: string | null, release: string | null = null): UndoOffer | null =>
  seq === null ? null : { seq, again: false, ...(release !== null && { release }) };

export const undoActions = (context: Context) => {
  const { store, go } = context;

  /** What is open may have vanished: then its report, which went back into the queue, is opened instead. */
  const leaveGone = (subjects: readonly { kind: 'report' | 'incident'; id: string; gone: boolean }[]): void => {
    const { address, detail } = store.get();
    const isGone = subjects.some(({ id, gone }) => gone && id === detail.of?.id);
    if (!isGone || address.screen !== 'room') return;
    const other = subjects.find(({ gone }) => !gone);
    go({ ...address, selected: other === undefined ? null : { kind: other.kind, id: other.id } }, 'replace');
  };

  return async ({ seq, again, release }: UndoOffer): Promise<boolean> => {
    const problem = await attempt(context, 'undo', async () => {
      const { action, subjects } = await here(context).undo(seq);
      leaveGone(subjects);
      if (release !== undefined) await here(context).releaseReport(release);
      // What was freed besides is not as this left it: it cannot simply be done again.
      const redo = release === undefined ? { seq: action, again: !again } : null;
      store.dispatch({
        type: 'notice.given',
        notice: { tone: 'good', words: again ? 'redone' : 'undone', undo: redo },
      });
    });
    if (problem !== null) store.dispatch({ type: 'notice.given', notice: { tone: 'bad', problem } });
    const { of } = store.get().detail;
    if (of !== null) void refreshDetail(context, of);
    void loadCounts(context);
    return problem === null;
  };
};
