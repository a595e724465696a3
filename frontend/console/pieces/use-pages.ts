/** A log that is shown a page at a time, the newest first: from its beginning, and what is older when it is asked for. */
import type { Page } from '@atesto/contract';
import { useEffect, useState } from 'preact/hooks';
import type { DeploymentApi } from '../../shared/api.js';
import type { Problem } from '../../shared/problem.js';
import { here, noteProblem } from '../actions/context.js';
import { useConsole } from './console-context.js';

export interface Pages<Item> {
  /** Null until they are there. */
  items: readonly Item[] | null;
  /** Null when there are no older ones. */
  next: string | null;
  problem: Problem | null;
  /** From the beginning without a cursor. */
  load: (cursor: string | null) => Promise<void>;
}

/** Loaded anew from the beginning when something of `of` is another. */
export const usePages = <Item>(
  fetchPage: (api: DeploymentApi, cursor: string | null) => Promise<Page<Item>>,
  of: readonly unknown[] = [],
): Pages<Item> => {
  const { context } = useConsole();
  const [items, setItems] = useState<readonly Item[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const load = async (cursor: string | null): Promise<void> => {
    try {
      const page = await fetchPage(here(context), cursor);
      setItems((shown) => (cursor === null ? page.items : [...(shown ?? []), ...page.items]));
      setNext(page.next);
      setProblem(null);
    } catch (error) {
      setProblem(noteProblem(context, error));
    }
  };
  useEffect(() => void load(null), of);
  return { items, next, problem, load };
};
