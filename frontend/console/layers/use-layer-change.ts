/** Runs one change to the layers and offers to take it back. */
import { useState } from 'preact/hooks';
import type { DeploymentApi } from '../../shared/api.js';
import { actionOf } from '../../shared/http.js';
import type { Problem } from '../../shared/problem.js';
import { attempt, here, type Context } from '../actions/context.js';
import { undoOffer } from '../actions/undo-actions.js';
import { useConsole } from '../pieces/console-context.js';

/** The answer of the work says under which number it can be taken back. */
export const runLayerChange = (
  context: Context,
  work: (api: DeploymentApi) => Promise<object>,
): Promise<Problem | null> =>
  attempt(context, 'layers', async () => {
    const undo = undoOffer(actionOf(await work(here(context))));
    context.store.dispatch({ type: 'notice.given', notice: { tone: 'good', words: 'saved', undo } });
  });

export interface LayerChange {
  problem: Problem | null;
  run: (work: (api: DeploymentApi) => Promise<object>) => Promise<boolean>;
}

export const useLayerChange = (): LayerChange => {
  const { context } = useConsole();
  const [problem, setProblem] = useState<Problem | null>(null);
  return {
    problem,
    run: async (work) => {
      const failed = await runLayerChange(context, work);
      setProblem(failed);
      return failed === null;
    },
  };
};
