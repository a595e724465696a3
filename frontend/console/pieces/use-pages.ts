/** A log that is shown a page at a time, the newest first: from its beginning, and what is older when it is asked for. */
import type { Page } from '@atesto/contract';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { DeploymentApi } from '../../shared/api.js';
import type { Problem } from '../../shared/problem.js';
import { here, noteProblem } from '../actions/context.js';
import { useConsole } from './console-context.js';
import { withPage } from './with-page.js';

export interface Pages<Item> {
  /** Null until they are there. */
  items: readonly Item[] | null;
  /** Null when there are no older ones. */
  next: string | null;
  problem: Problem | null;
  /** From the beginning without a cursor. */
  load: (cursor: string | null) => Promise<void>;
}

/** Loaded anew from the beginning when something of `of` is another; what is older stays where it still fits. */
export const usePages = <Item>(
  fetchPage: (api: DeploymentApi, cursor: string | null) => Promise<Page<Item>>,
  of: readonly unknown[] = [],
): Pages<Item> => {
  const { context } = useConsole();
  const [shown, setShown] = useState<Page<Item> | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const turn = useRef(0);
  const load = async (cursor: string | null): Promise<void> => {
    // Of two that are under way the later one counts.
    const own = ++turn.current;
    try {
      const page = await fetchPage(here(context), cursor);
      if (own !== turn.current) return;
      setShown((before) => withPage(before, page, cursor));
      setProblem(null);
    } catch (error) {
      if (own === turn.current) setProblem(noteProblem(context, error));
    }
  };
  useEffect(() => void load(null), of);
  return { items: shown?.items ?? null, next: shown?.next ?? null, problem, load };
};
