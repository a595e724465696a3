/** A list that a settings section loads for itself, and the running of one change to it at a time. */
import { useEffect, useState } from 'preact/hooks';
import type { DeploymentApi } from '../../shared/api.js';
import type { Problem } from '../../shared/problem.js';
import { attempt, here, noteProblem } from '../actions/context.js';
import { useConsole, useSelect } from '../pieces/console-context.js';

export interface Remote<Item> {
  /** Null until it is there. */
  items: readonly Item[] | null;
  problem: Problem | null;
  load: () => Promise<void>;
}

export const useRemote = <Item>(fetchAll: (api: DeploymentApi) => Promise<Item[]>): Remote<Item> => {
  const { context } = useConsole();
  const [items, setItems] = useState<readonly Item[] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const load = async (): Promise<void> => {
    try {
      setItems(await fetchAll(here(context)));
      setProblem(null);
    } catch (error) {
      setProblem(noteProblem(context, error));
    }
  };
  useEffect(() => void load(), []);
  return { items, problem, load };
};

export interface Change {
  busy: boolean;
  problem: Problem | null;
  /** True when it went well; a good word is shown then. */
  run: (work: (api: DeploymentApi) => Promise<void>) => Promise<boolean>;
}

export const useChange = (): Change => {
  const { context } = useConsole();
  const [problem, setProblem] = useState<Problem | null>(null);
  const busy = useSelect((state) => state.busy !== null);
  return {
    busy,
    problem,
    run: async (work) => {
      const failed = await attempt(context, 'settings', () => work(here(context)));
      setProblem(failed);
      if (failed === null) context.store.dispatch({ type: 'notice.given', notice: { tone: 'good', words: 'saved' } });
      return failed === null;
    },
  };
};
