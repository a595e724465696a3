/**
 * A part of an open incident that is loaded beside it: loaded again when its history grows, whoever caused that, and when
 * something changes that it also depends on.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Change } from '@atesto/contract';
import type { DeploymentApi } from '../../shared/api.js';
import { actionOf } from '../../shared/http.js';
import type { Problem } from '../../shared/problem.js';
import { attempt, here, noteProblem } from '../actions/context.js';
import { refreshDetail } from '../actions/load-detail.js';
import { savedWords } from '../actions/saved-words.js';
import { undoOffer } from '../actions/undo-actions.js';
import type { UndoOffer } from '../store/state.js';
import { useConsole, useSelect } from './console-context.js';
import { useTold } from './use-told.js';

export interface Part<View> {
  /** Null until it is there. */
  view: View | null;
  problem: Problem | null;
  retry: () => void;
  /** Does something that answers with the part as it is then; hands back what went wrong, if anything. */
  run: (work: (api: DeploymentApi) => Promise<View>) => Promise<Problem | null>;
}

export const usePart = <View>(
  incident: string,
  load: (api: DeploymentApi) => Promise<View>,
  dependsOn: (item: Change) => boolean = () => false,
): Part<View> => {
  const { context } = useConsole();
  const [view, setView] = useState<View | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const latest = useSelect((state) => state.detail.history?.at(-1)?.seq ?? '');
  const wanted = useRef(incident);
  const turns = useRef(0);
  wanted.current = incident;
  const show = (found: View): void => {
    if (wanted.current === incident) setView(found);
  };
  const fetchIt = async (): Promise<void> => {
    try {
      show(await load(here(context)));
      setProblem(null);
    } catch (error) {
      setProblem(noteProblem(context, error));
    }
  };
  useEffect(() => setView(null), [incident]);
  useEffect(() => void fetchIt(), [incident, latest]);
  useTold(dependsOn, () => void fetchIt());
  return {
    view,
    problem,
    retry: () => void fetchIt(),
    run: async (work) => {
      const { store } = context;
      const before = store.get().detail.history;
      const turn = ++turns.current;
      let undo: UndoOffer | null = null;
      const failed = await attempt(context, 'part', async () => {
        const found = await work(here(context));
        show(found);
        undo = undoOffer(actionOf(found));
      });
      // The feed tells the others; whoever did it should not wait for it.
      const refresh = (): Promise<void> => refreshDetail(context, { kind: 'incident', id: incident });
      const tell = async (): Promise<void> => {
        await refresh();
        const { of, history } = store.get().detail;
        // What a later press has caused is told by that one.
        const isLast = turn === turns.current && of?.id === incident;
        const words = savedWords(before, isLast ? history : null);
        store.dispatch({ type: 'notice.given', notice: { tone: 'good', words, undo } });
      };
      if (failed === null) void tell();
      else if (failed.status === 409) void refresh();
      return failed;
    },
  };
};
